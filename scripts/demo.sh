#!/bin/sh
# demo.sh KB DATABASE: ingests a sample article, asks for a clause, and shows the joined row in stock sqlite3.
set -eu
kb=$1
database=$2

say() { printf '\n$ %s\n' "$*"; }

say kb ingest data/samples/microsoft-openai.txt
"$kb" ingest --db "$database" data/samples/microsoft-openai.txt

say 'kb query "exclusive rights"'
"$kb" query --db "$database" "exclusive rights"

sql="SELECT type, status, obligor, beneficiary, agreement_kind, agreement_status, quote
FROM clause_view WHERE type = 'exclusivity' LIMIT 1"
say "sqlite3 -line kb.db \"$sql\""
sqlite3 -line "$database" "$sql"
