"""The command line: parses, calls, prints; errors become exit codes here and nowhere else."""

from .main import main

__all__ = ["main"]
