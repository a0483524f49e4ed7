"""Executes a notebook and prints, as JSON, the text that its cells printed. Usage: run.py NOTEBOOK"""

import json
import os
import sys

import nbformat
from nbclient import NotebookClient

path = sys.argv[1]
notebook = nbformat.read(path, as_version=4)
NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": os.path.dirname(path)}}).execute()
code = [cell for cell in notebook.cells if cell.cell_type == "code"]
print(
    json.dumps(
        {
            "printed": ["".join(o.text for o in cell.outputs if o.output_type == "stream" and o.name == "stdout") for cell in code],
            "pictures": sum("image/png" in o.get("data", {}) for cell in code for o in cell.outputs),
            "bytes": len(nbformat.writes(notebook)),
        }
    )
)
