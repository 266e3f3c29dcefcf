"""On whose word something is told."""

from __future__ import annotations

from .chains import Chains, account_of, find_chains, find_edges, independent

__all__ = ["Chains", "account_of", "find_chains", "find_edges", "independent"]
