"""Publishing engine for municipal energy and climate plans (SEAPs) under the Covenant of Mayors."""

__version__ = "0.1.0"
