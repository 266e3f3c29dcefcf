"""`python -m allegedly` is the `allegedly` command."""

from .cli import main

if __name__ == "__main__":
    main()
