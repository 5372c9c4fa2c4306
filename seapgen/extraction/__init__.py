"""The developers' and translators' tool: collects every message of the house and checks translations. Not part of a build."""
