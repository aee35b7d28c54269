"""The illustrated person: poses solved into a body, and the body drawn. Needs numpy."""
