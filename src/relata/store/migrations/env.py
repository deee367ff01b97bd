"""What Alembic runs. The connection comes from ``relata.store.opening``, inside one transaction of ours."""

from __future__ import annotations

from alembic import context

from relata.store.opening import VERSION_TABLE
from relata.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    transactional_ddl=True,
)
context.run_migrations()
