"""Reads a dataset's crate as rocrate does, and prints what a Process Run Crate must say."""
import json
import os
import sys

from rocrate.rocrate import ROCrate

folder = sys.argv[1]
crate = ROCrate(folder)
root = crate.root_dataset
action = root["mentions"]
action = action[0] if isinstance(action, list) else action
profile = root["conformsTo"]
parts = [part.id for part in root["hasPart"]]
print(
    json.dumps(
        {
            "profile": profile.id,
            "profile_type": profile.type,
            "published": root["datePublished"].isoformat() if hasattr(root["datePublished"], "isoformat") else root["datePublished"],
            "name": root["name"],
            "license": bool(root["license"]),
            "action": action.type,
            "instrument": action["instrument"].type,
            "version": action["instrument"]["softwareVersion"],
            "end": action["endTime"],
            "object": [e.id for e in action["object"]],
            "result": sorted(e.id for e in action["result"]),
            "parts": sorted(parts),
            "missing": [p for p in parts if not os.path.exists(os.path.join(folder, p))],
            "sizes": {e.id: int(e["contentSize"]) for e in action["result"] if e.get("contentSize")},
        }
    )
)
