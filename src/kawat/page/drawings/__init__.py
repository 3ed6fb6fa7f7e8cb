"""Drawings made on the server, as SVG that needs no script: heat of days, media chain, network."""
