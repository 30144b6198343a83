"""schema.py ENTENTE SCHEMA INPUT…: every claim that `entente extract` prints for the inputs is as SCHEMA says.

Exit status 77, with the reason, where Python's jsonschema is not installed (CTest counts the test as skipped).
"""
import json
import subprocess
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("SKIPPED: python3-jsonschema is not installed. To run this test: scripts/dependencies.sh --tests")
    sys.exit(77)

entente, schema, *inputs = sys.argv[1:]
with open(schema, encoding="utf-8") as file:
    contents = json.load(file)
Draft202012Validator.check_schema(contents)
validator = Draft202012Validator(contents)

output = subprocess.run([entente, "extract", *inputs], stdout=subprocess.PIPE, check=True).stdout
claims = [json.loads(line) for line in output.splitlines()]
wrong = [f"{claim['claim']}: {error.json_path}: {error.message}"
         for claim in claims for error in validator.iter_errors(claim)]
print(f"{len(claims)} claims, {len(wrong)} errors")
print("\n".join(wrong[:20]))
sys.exit(1 if wrong or not claims else 0)
