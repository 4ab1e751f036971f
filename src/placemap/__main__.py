"""Run ``python -m placemap``."""

from placemap.cli import main

if __name__ == "__main__":
    main()
