"""Prints the datasets of an HDF5 report file as JSON: shape, values, attributes."""
import json
import math
import sys

import h5py


def plain(x):
    if isinstance(x, float):
        return None if math.isnan(x) else x
    return [plain(y) for y in x]


found = {}
groups = {}


def visit(name, item):
    if isinstance(item, h5py.Dataset):
        found[name] = {
            "shape": list(item.shape),
            "values": plain(item[()].tolist()),
            "attributes": {k: v if isinstance(v, str) else list(v) for k, v in item.attrs.items()},
        }
    else:
        groups[name] = dict(item.attrs)


with h5py.File(sys.argv[1], "r") as book:
    book.visititems(visit)
print(json.dumps({"sets": found, "groups": groups}))
