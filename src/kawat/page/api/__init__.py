"""The API, one module a version."""
