"""The register of health arrangements: rows of public pages come in; arrangements, parties and claims go out."""
