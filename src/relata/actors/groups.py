"""Sets that grow together, each holding at most one known actor."""

from __future__ import annotations


class Groups:
    """Union–find over names of nodes. Two sets with different labels are never joined."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}
        self._label: dict[str, str] = {}

    def add(self, node: str, label: str | None = None) -> None:
        """A node, with the known actor that it is, if any."""
        self._parent.setdefault(node, node)
        if label:
            self._label.setdefault(node, label)

    def root(self, node: str) -> str:
        """What stands for the set of ``node``: the smallest node of it."""
        at = node
        while self._parent[at] != at:
            self._parent[at] = self._parent[self._parent[at]]
            at = self._parent[at]
        return at

    def label(self, node: str) -> str | None:
        """The known actor of the set of ``node``, or None."""
        return self._label.get(self.root(node))

    def join(self, one: str, other: str) -> bool:
        """Make two sets one. False, and nothing done, where both are known actors and not the same."""
        first, second = sorted((self.root(one), self.root(other)))
        if first == second:
            return True
        labels = {label for label in (self._label.get(first), self._label.get(second)) if label}
        if len(labels) > 1:
            return False
        self._parent[second] = first
        if labels:
            self._label[first] = labels.pop()
        return True
