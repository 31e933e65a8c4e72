#!/usr/bin/env python3
# tests/batch/soak.py - a batch under strain: killed, fed with damaged files, its parser taken over.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: tests/batch/soak.py PROGRAM [--reports N] [--kills N] [--damaged N] [--figures]
#
# Each part ends with a line that says what was seen, or with what is wrong and exit code 1.
import argparse
import csv
import filecmp
import glob
import io
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SECONDS = 5  # the limit that damaged files get
CACHE_KB = 12 * 1024  # what the parent may grow by: the store's cache fills, and the heap settles
WALL_SECONDS = 3 * SECONDS + 60  # as batch/limits.c has it
NOTICED_SECONDS = 5  # by which a batch on a busy machine sees it later
DONE, SOME_FAILED, TRY_AGAIN = 0, 3, 75
TRIES = 3  # as batch/batch.c has it


class Wrong(Exception):
    """What should hold does not."""


def must(holds, what):
    if not holds:
        raise Wrong(what)


class Batch:
    """A store, and what fills it from a folder."""

    def __init__(self, program, folder, name, *options):
        self.program, self.base = program, os.path.join(folder, name)
        self.store = 'sqlite:' + self.base + '.db'
        self.options = options

    def start(self, inputs, **more):
        command = [self.program, 'backfill', '--store', self.store,
                   '--failures', self.base + '.csv', '--log', self.base + '.jsonl', *self.options, inputs]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **more)

    def run(self, inputs, wanted=DONE, **more):
        """Runs it as who tries again what is worth it: on a busy machine, time may run out by the clock."""
        for _ in range(TRIES):
            process = self.start(inputs, **more)
            errors = process.communicate()[1]
            if process.returncode != TRY_AGAIN:
                break
        must(process.returncode == wanted,
             f'{self.base}: exit code {process.returncode} instead of {wanted}: {errors.decode()[-500:]}')

    def export(self):
        subprocess.run([self.program, 'export', '--store', self.store, '-o', self.base],
                       check=True, stdout=subprocess.DEVNULL)
        return self.base

    def failures(self, inputs):
        """By the names that they have in the folder, members of archives behind theirs."""
        with open(self.base + '.csv', encoding='utf-8', newline='') as rows:
            return {os.path.relpath(row['source'], inputs): row for row in csv.DictReader(rows)}

    def log(self):
        with open(self.base + '.jsonl', encoding='utf-8') as lines:
            return [json.loads(line) for line in lines]


def same(one, other):
    names = sorted(os.listdir(one))
    must(names == sorted(os.listdir(other)), f'{other} has other files than {one}')
    differing = filecmp.cmpfiles(one, other, names, shallow=False)[1:]
    must(differing == ([], []), f'{other} differs from {one}: {differing}')


def originals():
    return sorted(path for ending in ('txt', 'md', 'pdf') for path in glob.glob(f'{ROOT}/fixtures/*.{ending}'))


def copy_of(number):
    """A fixture under bytes that no other copy has, and its ending."""
    paths = originals()
    path = paths[number % len(paths)]
    with open(path, 'rb') as source:
        content = source.read()
    mark = b'\n%% %d\n' if path.endswith('.pdf') else b'\n %d\n'
    return content + mark % number, os.path.splitext(path)[1]


def write(folder, name, content):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), 'wb') as target:
        target.write(content)


def make_reports(folder, number):
    for i in range(number):
        content, ending = copy_of(i)
        write(folder, f'{i:05}{ending}', content)


# ---- killed ----

def children(pid):
    try:
        with open(f'/proc/{pid}/task/{pid}/children', encoding='ascii') as list_:
            return [int(child) for child in list_.read().split()]
    except OSError:
        return []


def kill_one(process, chance):
    """Kills the batch or one of its workers; whether there was one to kill."""
    workers = children(process.pid)
    victim = chance.choice(workers) if workers and chance.random() < 0.5 else process.pid
    try:
        os.kill(victim, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


def kills(program, folder, reports, number):
    chance = random.Random(20161130)
    whole = Batch(program, folder, 'whole')
    begun = time.monotonic()
    whole.run(reports)
    step = (time.monotonic() - begun) / (number + 1)
    batch = Batch(program, folder, 'killed', '--jobs', '2')
    n_killed = n_started = 0
    while n_killed < number:
        process = batch.start(reports)
        n_started += 1
        while process.poll() is None and n_killed < number:
            time.sleep(chance.uniform(0, 2 * step))
            n_killed += process.poll() is None and kill_one(process, chance)
        if n_killed == number:
            process.wait()
        errors = process.communicate()[1]
        must(process.returncode in (DONE, -signal.SIGKILL),
             f'{batch.base}: exit code {process.returncode}: {errors.decode()[-500:]}')
        if process.returncode == DONE and n_killed < number:
            for file in glob.glob(batch.base + '.db*'):  # too fast: all over again
                os.remove(file)
    batch.run(reports)
    same(whole.export(), batch.export())
    print(f'soak: killed {n_killed} times in {n_started} runs: the export is that of an undisturbed one')


# ---- damaged ----

def pdf(*objects):
    out = io.BytesIO(b'')
    out.write(b'%PDF-1.4\n')
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b'%d 0 obj\n%s\nendobj\n' % (number, content))
    start = out.tell()
    out.write(b'xref\n0 %d\n0000000000 65535 f \n' % (len(objects) + 1))
    out.write(b''.join(b'%010d 00000 n \n' % place for place in places))
    out.write(b'trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n' % (len(objects) + 1, start))
    return out.getvalue()


def stream(content, entries=b''):
    return b'<< /Length %d %s >>\nstream\n%s\nendstream' % (len(content), entries, content)


def page_pdf(content, *more):
    return pdf(b'<< /Type /Catalog /Pages 2 0 R >>', b'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
               b'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R '
               b'/Resources << /XObject << /X 5 0 R >> >> >>', content, *more)


def truncated(chance, number):
    content, ending = copy_of(number)
    return content[:chance.randrange(1, len(content))], ending


def flipped(chance, number):
    content, ending = copy_of(number)
    content = bytearray(content)
    for _ in range(chance.randrange(1, 200)):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return bytes(content), ending


def zip_bomb(_, number):
    inner = b'%d' % number + bytes(30_000_000)
    for level in range(number % 3 + 1):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, 'w', zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(f'{level}.zip' if level else 'report.txt', inner)
        inner = packed.getvalue()
    return inner, '.zip'


def stream_bomb(_, number):
    text = b'BT (%d) Tj ET\n' % number
    packed = zlib.compress(text + b' ' * 200_000_000, 9)
    return page_pdf(stream(packed, b'/Filter /FlateDecode')), '.pdf'


def drawing_loop(_, number):
    twice = b'q /X Do Q ' * 40 + b'%% %d' % number
    form = b'/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>'
    return page_pdf(stream(twice), stream(twice, form)), '.pdf'


def page_loop(_, number):
    return pdf(b'<< /Type /Catalog /Pages 2 0 R /N %d >>' % number,
               b'<< /Type /Pages /Kids [2 0 R 2 0 R 2 0 R] /Count 9999999 >>'), '.pdf'


def many_paths(_, number):
    drawing = b'0 0 m 9 9 l S\n' * 3_000_000 + b'%% %d' % number
    return page_pdf(stream(zlib.compress(drawing), b'/Filter /FlateDecode')), '.pdf'


DAMAGES = (truncated, flipped, truncated, flipped, zip_bomb, truncated, flipped, page_loop, drawing_loop, stream_bomb,
           many_paths)


def make_damaged(folder, number):
    chance = random.Random(20150630)
    for i in range(number):
        damage = DAMAGES[i % len(DAMAGES)]
        content, ending = damage(chance, 1_000_000 + i)
        write(folder, f'damaged-{i:05}-{damage.__name__}{ending}', content)


def damaged(program, folder, n_good, n_bad):
    reports = os.path.join(folder, 'with-damaged')
    make_reports(reports, n_good)
    make_damaged(reports, n_bad)
    batch = Batch(program, folder, 'damaged', '--max-seconds', str(SECONDS))
    batch.run(reports, SOME_FAILED)
    read = {os.path.relpath(line['path'], reports) for line in batch.log() if line['event'] == 'read'}
    failures = batch.failures(reports)
    for name in os.listdir(reports):
        of_name = [path for path in read | set(failures) if path == name or path.startswith(name + '/')]
        must(name in read or name.startswith('damaged-'), f'{name} is whole and was not read')
        must(of_name, f'{name} was neither read nor reported')
    for name, row in failures.items():
        must(name.startswith('damaged-'), f'{name} failed: {row["reason"]}')
        must(row['reason'], f'{name} failed for no reason')
    longest = max(line.get('seconds', 0) for line in batch.log())
    must(longest < WALL_SECONDS + NOTICED_SECONDS, f'one took {longest:.1f} s')
    print(f'soak: {n_bad} damaged files among {n_good} others, which were all read; {len(failures)} failed with a '
          f'reason, {n_bad - len(failures)} could be read; the longest took {longest:.1f} s')


# ---- taken over ----

HOSTILE = {'open': 'opening: Permission denied', 'write': 'system call openat', 'make': 'system call openat',
           'fork': 'system call clone', 'connect': 'system call socket', 'loop': f'--max-seconds=N'}


def hostile(program, folder):
    library = os.path.join(folder, 'hostile.so')
    subprocess.run(['cc', '-shared', '-fPIC', '-o', library, f'{ROOT}/tests/batch/hostile/parser.c'], check=True)
    inputs, precious = os.path.join(folder, 'for-hostile'), os.path.join(folder, 'precious')
    for i, path in enumerate(originals()):
        shutil.copy(path, inputs) if i else write(inputs, os.path.basename(path), open(path, 'rb').read())
    write(folder, 'precious', b'precious')
    n_pdfs = len(glob.glob(inputs + '/*.pdf'))
    for wish, reason in HOSTILE.items():
        batch = Batch(program, folder, 'hostile-' + wish, '--max-seconds', '1')
        environment = dict(os.environ, LD_PRELOAD=library, HOSTILE=wish, HOSTILE_FILE=precious)
        batch.run(inputs, SOME_FAILED, env=environment)
        failures = batch.failures(inputs)
        must(len(failures) == n_pdfs, f'{wish}: {len(failures)} of {n_pdfs} were stopped')
        must(all(reason in row['reason'] for row in failures.values()), f'{wish}: {failures}')
        must(open(precious, 'rb').read() == b'precious', f'{wish}: it could write')
    print(f'soak: a parser that was made to {", ".join(HOSTILE)} was stopped and reported each time')


# ---- figures ----

def timed(command):
    """Wall time, and computing of the process and all it waited for."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (time.monotonic() - begun,
            after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def backfill(program, folder, inputs, *options):
    for file in glob.glob(f'{folder}/timed.db*'):
        os.remove(file)
    return timed([program, 'backfill', '--store', f'sqlite:{folder}/timed.db', '--failures', f'{folder}/timed.csv',
                  *options, inputs])


def speed(program, folder, reports, number):
    for _ in range(3):
        one, two = (backfill(program, folder, reports, '--jobs', jobs)[0] for jobs in ('1', '2'))
        print(f'soak: {number} reports: {number / one:.1f} a second with one job, {number / two:.1f} with two: '
              f'{one / two:.2f} times')


def memory(program, folder, reports):
    process = Batch(program, folder, 'memory').start(reports)
    seen = []
    while process.poll() is None:
        try:
            with open(f'/proc/{process.pid}/status', encoding='ascii') as status:
                seen += [int(line.split()[1]) for line in status if line.startswith('VmRSS')]
        except OSError:
            break
        time.sleep(0.05)
    process.communicate()
    first, last = max(seen[:max(len(seen) // 4, 1)]), max(seen[-max(len(seen) // 4, 1):])
    must(last < first + CACHE_KB, f'memory grew from {first} to {last} KB')
    print(f'soak: the parent had {first / 1024:.1f} MB in the first quarter, {last / 1024:.1f} MB in the last')


def overhead(program, folder):
    inputs = os.path.join(folder, 'twenty')
    os.makedirs(inputs)
    names = ('2015', '2016', '2019', '2020', '2016', '2019')  # 20 pages
    subprocess.run(['pdfunite', *(f'{ROOT}/fixtures/layout-{name}.pdf' for name in names), f'{folder}/20.pdf'],
                   check=True)
    with open(f'{folder}/20.pdf', 'rb') as source:
        content = source.read()
    for i in range(24):
        write(inputs, f'{i}.pdf', content + b'%% %d\n' % i)
    files = sorted(glob.glob(inputs + '/*'))
    for _ in range(5):
        for file in glob.glob(f'{folder}/run.db*'):
            os.remove(file)
        alone = timed([program, 'run', '--store', f'sqlite:{folder}/run.db', *files])[1]
        batch = backfill(program, folder, inputs, '--jobs', '1')[1]
        print(f'soak: 24 reports of 20 pages: computing {alone:.2f} s in one process, {batch:.2f} s in a batch: '
              f'{100 * (batch / alone - 1):+.1f} %')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program', type=os.path.abspath)
    parser.add_argument('--reports', type=int, default=60)
    parser.add_argument('--kills', type=int, default=8)
    parser.add_argument('--damaged', type=int, default=22)
    parser.add_argument('--figures', action='store_true', help='measure speed and computing, too')
    options = parser.parse_args()
    os.environ['RECOUNT_DATA'] = f'{ROOT}/data'
    with tempfile.TemporaryDirectory(prefix='recount-soak-') as folder:
        reports = os.path.join(folder, 'reports')
        make_reports(reports, options.reports)
        hostile(options.program, folder)
        damaged(options.program, folder, options.reports - options.damaged, options.damaged)
        kills(options.program, folder, reports, options.kills)
        memory(options.program, folder, reports)
        if options.figures:
            overhead(options.program, folder)
            speed(options.program, folder, reports, options.reports)


if __name__ == '__main__':
    try:
        main()
    except Wrong as wrong:
        print(f'soak: {wrong}', file=sys.stderr)
        sys.exit(1)
