"""From one version to the next: a backup, the tables, a look; or all as it was."""
