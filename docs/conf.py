"""The documentation site: `make site` writes it into docs/_build."""

from __future__ import annotations

from allegedly import __version__

project = "allegedly"
author = "the allegedly authors"
release = version = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build", "images"]
html_extra_path = ["schema/export.schema.json"]
myst_heading_anchors = 3
autodoc_typehints = "description"
autodoc_member_order = "bysource"
napoleon_google_docstring = True
html_theme = "furo"
html_title = "allegedly"
# Records are shown where they are defined; their fields are explained in the docstring.
autodoc_default_options = {"exclude-members": "__init__, __new__"}
#: The generated pages put their tables one level down.
suppress_warnings = ["myst.header"]
