"""Prints as JSON what libcombine, libSEDML and libSBML find wrong in a COMBINE archive."""
import json
import sys

import libcombine
import libsbml
import libsedml

archive = libcombine.CombineArchive()
if not archive.initializeFromArchive(sys.argv[1]):
    sys.exit("libcombine cannot read the archive")
entries = [archive.getEntry(i) for i in range(archive.getNumEntries())]
locations = sorted(e.getLocation() for e in entries if e.getLocation() not in (".", "./manifest.xml"))


def text(location):
    return archive.extractEntryToString(location)


def sedml_errors(content):
    doc = libsedml.readSedMLFromString(content)
    doc.validateSedML() if hasattr(doc, "validateSedML") else None
    log = doc.getErrorLog()
    return [f"{log.getError(i).getLine()}: {log.getError(i).getMessage()}" for i in range(log.getNumErrors())]


def sbml_errors(content):
    doc = libsbml.readSBMLFromString(content)
    doc.checkConsistency()
    return [f"{doc.getError(i).getLine()}: {doc.getError(i).getMessage()}" for i in range(doc.getNumErrors())]


sedml = text("./experiment.sedml")
print(
    json.dumps(
        {
            "master": archive.getMasterFile().getLocation(),
            "entries": locations,
            "description": archive.getMetadataForLocation(".").getDescription(),
            "sedml": sedml_errors(sedml),
            "sbml": {x[2:]: sbml_errors(text(x)) for x in locations if x.endswith(".xml")},
            "broken": len(sedml_errors(sedml.replace("<listOfTasks>", "<listOfTasks><task/>", 1))),
        }
    )
)
