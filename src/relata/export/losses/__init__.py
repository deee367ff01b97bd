"""What a form of export cannot carry, counted for each incident."""

from relata.export.losses.report import IncidentLoss, Losses, find_losses, write_losses

__all__ = ["IncidentLoss", "Losses", "find_losses", "write_losses"]
