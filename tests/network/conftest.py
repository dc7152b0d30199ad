"""The networks of textbooks, for the tests of measures."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def classics() -> ModuleType:
    """The module beside this file, which is in no package."""
    spec = importlib.util.spec_from_file_location("classics", Path(__file__).with_name("classics.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
