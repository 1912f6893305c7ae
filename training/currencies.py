#!/usr/bin/env python3
"""Makes data/facts/currencies.tsv.

  python3 training/currencies.py FACTS_FOLDER

FACTS_FOLDER holds iso-codes/iso_4217.json and cldr/{currencies-en,currency-by-territory}.tsv.  Only currencies that are legal tender today
are kept.  Signs and everyday words that the tables lack stand below.
"""
import json, pathlib, sys

OUT = pathlib.Path(__file__).resolve().parent.parent / 'data' / 'facts' / 'currencies.tsv'
SIGNS = {'USD': 'US$|U.S.$|$', 'AUD': 'A$|AU$', 'CAD': 'C$|CA$|Can$', 'NZD': 'NZ$', 'HKD': 'HK$', 'SGD': 'S$', 'TWD': 'NT$', 'BRL': 'R$', 'EUR': '€', 'GBP': '£',
         'JPY': '¥', 'CNY': 'CN¥|RMB', 'INR': '₹|Rs', 'RUB': '₽', 'UAH': '₴', 'TRY': '₺', 'KRW': '₩', 'ILS': '₪', 'PLN': 'zł', 'PHP': '₱', 'NGN': '₦', 'VND': '₫',
         'CHF': 'SFr', 'MXN': 'MX$', 'GEL': '₾', 'KZT': '₸', 'THB': '฿'}
WORDS = {'RUB': 'ruble|rubles|rouble|roubles', 'PLN': 'zloty|zlotys|zloties|zlotych', 'CNY': 'yuan|renminbi', 'UAH': 'hryvnia|hryvnias|hryvnya', 'CZK': 'crown|crowns|koruna|korunas|koruny',
         'SEK': 'krona|kronor|crown|crowns', 'NOK': 'krone|kroner|crown|crowns', 'DKK': 'krone|kroner|crown|crowns', 'ISK': 'krona|kronur', 'GBP': 'pound|pounds|quid|sterling',
         'USD': 'dollar|dollars|bucks', 'ILS': 'shekel|shekels', 'BYN': 'ruble|rubles|rouble|roubles', 'HUF': 'forint|forints', 'RON': 'leu|lei', 'MDL': 'leu|lei', 'BGN': 'lev|leva',
         'IRR': 'rial|rials', 'SAR': 'riyal|riyals', 'QAR': 'riyal|riyals', 'KRW': 'won', 'KPW': 'won', 'ZAR': 'rand|rands', 'TRY': 'lira|liras'}
# Words that mean much else, and codes that are words in capitals.
NO_WORDS = {'rights', 'unit', 'real', 'reals', 'mark', 'marks', 'afghani', 'afghanis', 'sol'}
NO_SIGNS = set('ALL TOP TRY CUP COP PEN MAD MOP BAM SOS GEL RON'.split())
# Words that mean one currency whatever other countries a report names.
ALWAYS = {'dollar', 'dollars', 'bucks', 'pound', 'pounds', 'sterling', 'quid'}
# The currency that a bare word means in a report without any hint of a country.
USUAL = {'dollar': 'USD', 'dollars': 'USD', 'bucks': 'USD', 'pound': 'GBP', 'pounds': 'GBP', 'sterling': 'GBP', 'rupee': 'INR', 'rupees': 'INR', 'ruble': 'RUB', 'rubles': 'RUB',
         'rouble': 'RUB', 'roubles': 'RUB', 'won': 'KRW', 'kronor': 'SEK', 'franc': 'CHF', 'francs': 'CHF', 'lira': 'TRY', 'liras': 'TRY', 'yuan': 'CNY', 'quid': 'GBP'}


def table(path):
    lines = path.read_text(encoding='utf-8').splitlines()
    return [dict(zip(lines[0].split('\t'), x.split('\t'))) for x in lines[1:] if x]


def main():
    facts = pathlib.Path(sys.argv[1])
    codes = {x['alpha_3'] for x in json.load(open(facts / 'iso-codes' / 'iso_4217.json', encoding='utf-8'))['4217']}
    tender = {}
    for row in table(facts / 'cldr' / 'currency-by-territory.tsv'):
        if not row.get('to') and row['currency'] in codes:
            tender.setdefault(row['currency'], []).append(row['territory'])
    rows = []
    for row in table(facts / 'cldr' / 'currencies-en.tsv'):
        code = row['code']
        if code not in tender or '(' in row['name'] or code.startswith('X') and code not in ('XAF', 'XOF', 'XCD', 'XPF'):
            continue
        phrases = [x for x in dict.fromkeys((row['one'], row['many'])) if ' ' in x]
        words = list(dict.fromkeys([x.split()[-1].lower() for x in (row['one'], row['many'])] + WORDS.get(code, '').split('|')))
        words = [x for x in words if x and x not in NO_WORDS]
        usual = [x for x in words if USUAL.get(x) == code]
        rows.append([code, row['name'], '|'.join(sorted(tender[code])), '|'.join(phrases), '|'.join(words), '|'.join(x + '!' if x in ALWAYS else x for x in usual), '|'.join(([] if code in NO_SIGNS else [code]) + SIGNS.get(code, '').split('|')).strip('|')])
    head = ['Currencies in use: ISO 4217 code, name, territories where it is legal tender, full names, words for it, those of them that mean it without a hint of a country (with "!" also against one), codes and signs before a number (lists parted by "|").',
            'Source: ISO 4217 (Debian iso-codes 4.15); Unicode CLDR 45 and 48 (Unicode-3.0); signs and everyday words of training/currencies.py (Apache-2.0). Sorted by code.']
    OUT.write_text(''.join(f'# {x}\n' for x in head) + ''.join('\t'.join(r) + '\n' for r in sorted(rows)), encoding='utf-8')
    print(OUT.name, len(rows))


if __name__ == '__main__':
    main()
