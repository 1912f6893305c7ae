#!/usr/bin/env python3
"""Kills the program with SIGKILL at random moments while it reads, lets it finish, and compares with a clean run.

    eval/faults.py ../shared/news/dev                50 kills, 5 on each of 10 files of the record
    eval/faults.py samples --kills 6 --each 3        a short form

After every kill three things must hold: the file of the record is sound (`onrecord verify`), every report that the killed
program had printed is in it (it prints what is safe), and nothing is in it that the clean run has not. After the last
run on a file its whole content equals that of the clean run: nothing lost, nothing twice.
A killed program does not test the disk: for a loss of power see docs/decisions/sqlite.md.
"""
import argparse, json, os, random, signal, sqlite3, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
APP = os.path.join(HERE, "..", ".build", "app", "onrecord-app.dll")


def command(app, *arguments):
    return (["dotnet", app] if app.endswith(".dll") else [app]) + list(arguments)


def rows(db):
    """The content of a file of the record, free of the numbers and times that depend on order and moment.
    It goes round the program on purpose: what checks it should not share its code."""
    connection = sqlite3.connect(f"file:{db}?mode=ro", uri=True)
    try:
        reading = "SELECT number, report FROM reading"
        report = dict(connection.execute(reading).fetchall())
        key = {n: (report[r], k) for n, r, k in connection.execute("SELECT number, reading, key FROM record")}
        out = []
        for table, owner in (("snapshot", None), ("report", None), ("report_text", None), ("generation", None), ("reading", None),
                             ("block", report), ("reading_evidence", report), ("problem", report), ("mention", report), ("record", report),
                             ("evidence", key), ("party", key), ("statement", key), ("commitment", key), ("stance", key),
                             ("membership", key), ("event", key), ("decision", None), ("task", None)):
            cursor = connection.execute(f"SELECT * FROM {table}")
            names = [column[0] for column in cursor.description]
            for row in cursor:
                fields = {name: value for name, value in zip(names, row)
                          if name not in ("number", "stored_at", "report_text" if table == "reading" else "", "generation" if table == "reading" else "")}
                for column in ("reading", "record"):
                    if owner is not None and column in fields:
                        fields[column] = owner[fields[column]]
                        break
                out.append((table, repr(sorted(fields.items()))))
        return sorted(out)
    finally:
        connection.close()


def printed(output):
    """Ids of the reports whose lines arrived whole."""
    ids = set()
    for line in output.split(b"\n")[:-1]:
        ids.add(json.loads(line)["report"]["id"])
    return ids


def stored(db):
    connection = sqlite3.connect(f"file:{db}?mode=ro", uri=True)
    try:
        return {id for id, in connection.execute("SELECT id FROM reading")}
    except sqlite3.OperationalError:
        return set()  # killed before the schema was made
    finally:
        connection.close()


def run(app, paths, db, seconds=None):
    """Reads into db; kills after that many seconds. Returns (killed, standard output)."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(command(app, "read", *paths, "--db", db, "--format", "jsonl"), stdout=out, stderr=err, start_new_session=True)
        try:
            code = process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            code = None
        out.seek(0), err.seek(0)
        if code not in (None, 0, 3):
            sys.exit(f"faults: the program ended with {code}: {err.read().decode(errors='replace')[-2000:]}")
        return code is None, out.read()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--app", default=APP, help="the built program (default: .build/app/onrecord-app.dll)")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--each", type=int, default=5, help="kills on one file of the record before it is finished")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if not os.path.exists(options.app):
        sys.exit(f"faults: the program is not built: expected {options.app}. Run ./onrecord --version first.")
    moments = random.Random(options.seed)
    bad = []
    with tempfile.TemporaryDirectory() as folder:
        clean = os.path.join(folder, "clean.db")
        begun = time.monotonic()
        run(options.app, options.paths, clean)
        length = time.monotonic() - begun
        expected = rows(clean)
        everything = set(expected)
        print(f"clean run: {length:.1f} s, {sum(1 for table, _ in expected if table == 'reading')} reports, {len(expected)} rows", flush=True)
        kills = files = 0
        while kills < options.kills:
            files += 1
            db = os.path.join(folder, f"{files}.db")
            for _ in range(min(options.each, options.kills - kills)):
                killed, output = run(options.app, options.paths, db, moments.uniform(0.05, 0.95) * length)
                kills += killed
                if not os.path.exists(db):
                    continue
                lost = printed(output) - stored(db)
                if lost:
                    bad.append(f"file {files}, kill {kills}: printed and not stored: {sorted(lost)}")
                if stored(db):
                    check = subprocess.run(command(options.app, "verify", "--db", db), capture_output=True, text=True)
                    if check.returncode != 0:
                        bad.append(f"file {files}, kill {kills}: verify: {check.stdout[-500:]}{check.stderr[-500:]}")
                    foreign = set(rows(db)) - everything
                    if foreign:
                        bad.append(f"file {files}, kill {kills}: {len(foreign)} rows that the clean run has not: {sorted(foreign)[:3]}")
                print(f"file {files}: {'killed' if killed else 'done'}, {len(stored(db))} reports stored", flush=True)
            run(options.app, options.paths, db)
            found = rows(db)
            if found != expected:
                bad.append(f"file {files}: {len(found)} rows where the clean run has {len(expected)}")
            print(f"file {files}: finished, {'equal to' if found == expected else 'DIFFERS FROM'} the clean run", flush=True)
    print(f"{kills} kills on {files} files of the record: {len(bad)} faults")
    print("\n".join(bad))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
