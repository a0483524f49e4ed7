"""Reads table timecourse of a dataset with every reader of the field and prints what each saw, as JSON."""

import json
import sys

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.compute
import pyarrow.dataset
import pyarrow.ipc

folder = sys.argv[1]
path = f"{folder}/timecourse.arrow"


def text(metadata):
    return {key.decode(): value.decode() for key, value in (metadata or {}).items()}


def by_pyarrow(table):
    return {
        "rows": table.num_rows,
        "copies": pyarrow.compute.sum(table["copies"]).as_py(),
        "leucine": pyarrow.compute.sum(table["leucine_uM"]).as_py(),
        "nulls": table["leucine_uM"].null_count,
        "proteins": [str(x) for x in table["protein"].to_pylist()[:4]],
        "conditions": sorted(set(table["condition"].to_pylist())),
    }


file = pyarrow.ipc.open_file(path)
for i in range(file.num_record_batches):
    file.get_batch(i).validate(full=True)
table = file.read_all()

frame = polars.read_ipc(path)
lazy = polars.scan_ipc(path).select(polars.len()).collect().item()
polars_saw = {
    "rows": frame.height,
    "copies": frame["copies"].sum(),
    "leucine": frame["leucine_uM"].sum(),
    "nulls": frame["leucine_uM"].null_count(),
    "proteins": [str(x) for x in frame["protein"][:4]],
    "conditions": sorted(set(str(x) for x in frame["condition"])),
}

panda = pandas.read_feather(path)
pandas_saw = {
    "rows": len(panda),
    "copies": int(panda["copies"].sum()),
    "leucine": float(panda["leucine_uM"].sum()),
    "nulls": int(panda["leucine_uM"].isna().sum()),
    "proteins": [str(x) for x in panda["protein"][:4]],
    "conditions": sorted(set(panda["condition"].astype(str))),
}

timecourse = table
[(rows, copies, leucine, nulls)] = duckdb.sql(
    'select count(*), sum(copies), sum("leucine_uM"), count(*) - count("leucine_uM") from timecourse'
).fetchall()
distinct = duckdb.sql("select distinct condition::varchar from timecourse order by 1").fetchall()
first = duckdb.sql("select protein::varchar from timecourse limit 4").fetchall()
duckdb_saw = {
    "rows": rows,
    "copies": int(copies),
    "leucine": leucine,
    "nulls": nulls,
    "proteins": [value for (value,) in first],
    "conditions": [value for (value,) in distinct],
}

print(
    json.dumps(
        {
            "saw": {
                "pyarrow": by_pyarrow(table),
                "pyarrow.dataset": by_pyarrow(pyarrow.dataset.dataset(path, format="ipc").to_table()),
                "polars": polars_saw,
                "pandas": pandas_saw,
                "duckdb": duckdb_saw,
            },
            "polars_lazy_rows": lazy,
            "metadata": text(table.schema.metadata),
            "fields": {field.name: text(field.metadata) for field in table.schema},
            "types": {field.name: str(field.type) for field in table.schema},
            "nullable": [field.name for field in table.schema if field.nullable],
            "cells": pyarrow.ipc.open_file(f"{folder}/cells.arrow").read_all().to_pylist()[3:5],
        }
    )
)
