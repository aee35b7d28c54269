"""What lives as long as the window: settings, diary, library, threads."""
