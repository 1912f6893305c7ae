using OnRecord.Parsing;

namespace OnRecord.Attribution;

/// <summary>One thing that is given, with its number and price.</summary>
/// <param name="Head">Its noun.</param>
/// <param name="Range">The words for it, without article, number and recipient.</param>
/// <param name="Quantity">The number of it, or null.</param>
/// <param name="Money">The sum, or null.</param>
/// <param name="Kinds">Kinds of the noun (<c>commitment_items.tsv</c>), the likeliest first.</param>
internal sealed record CommitmentItem(int Head, TokenRange Range, TokenRange? Quantity, TokenRange? Money, IReadOnlyList<string> Kinds);

/// <summary>Reads what is given out of a noun phrase: sums, numbers, measures, lists.</summary>
internal sealed class CommitmentItems
{
    private static readonly string[] MoneyKinds = ["money"];
    private readonly CommitmentContext context;
    private readonly ReportWords words;
    private readonly ItemList lists;

    public CommitmentItems(CommitmentContext context) => (this.context, words, lists) = (context, context.Words, new ItemList(context));

    /// <summary>The items of a phrase: one for each joined noun where one of them has a number or sum of its own, else one for all.</summary>
    public List<CommitmentItem> Read(int head)
    {
        var heads = new List<int> { head };
        foreach (var child in words.Children(head))
        {
            if (words.Is(child, "conj") && words.Tokens[child].Upos is "NOUN" or "PROPN" or "NUM" or "SYM" && !IsOfAnother(child))
            {
                heads.Add(child);
            }
        }
        AddUntied(head, heads);
        // "systems, parts donated by Italy": what is said to be given by another is not given here.
        heads.RemoveAll(h => h != head && IsGivenByOther(h));
        var items = heads.ConvertAll(One);
        var own = items.FindAll(i => i.Quantity is not null || i.Money is not null);
        if (items.Count == 1 || own.Count == 0 || (own.Count == 1 && ReferenceEquals(own[0], items[0]) && items.Skip(1).All(i => words.Child(i.Head, "det") < 0 && i.Range.First - items[0].Range.End < 6)))
        {
            var last = items[^1];
            var first = items[0];
            return [first with { Kinds = items.Count == 1 ? first.Kinds : [.. items.SelectMany(i => i.Kinds).Distinct()], Range = last.Range.End - first.Range.First <= 24 && last.Range.End > first.Range.End ? first.Range with { End = last.Range.End } : first.Range }];
        }
        return items;
    }

    // Members of a list that the tree ties elsewhere: those with a number of their own.
    private void AddUntied(int head, List<int> heads)
    {
        var first = Clauses.Phrase(words, head, whole: false).First;
        if (first > head || words.SentenceOf[first] != words.SentenceOf[head])
        {
            return;
        }
        var members = lists.Heads(first, out var joined);
        if (!joined || members.Count < 2 || members[0] != head && !(context.Amounts.At(members[0]) is not null && One(members[0]).Head == One(head).Head))
        {
            return;
        }
        foreach (var member in members.Skip(1))
        {
            if (!heads.Contains(member) && !heads.Exists(h => context.Amounts.At(h) is { } own && own.Core.Contains(member)) && !IsOfAnother(member) && One(member) is var item && (item.Quantity is not null || item.Money is not null)
                && !heads.Exists(h => One(h).Head == item.Head))
            {
                heads.Add(member);
            }
        }
        heads.Sort(1, heads.Count - 1, null);
    }

    // "$2 million, and Chile $1 million": the second sum is Chile's.
    private bool IsOfAnother(int joined)
    {
        if (context.Amounts.At(joined) is { } own && CommitmentEchoes.IsGapped(context, own))
        {
            return true;
        }
        for (var i = words.Left[joined]; i <= joined; i++)
        {
            if (context.Amounts.At(i) is { } amount && amount.Core.First == i && CommitmentEchoes.IsGapped(context, amount))
            {
                return true;
            }
        }
        return false;
    }

    private bool IsGivenByOther(int noun)
    {
        foreach (var child in words.Children(noun))
        {
            if (child > noun && words.Tokens[child].Relation == "acl" && words.Tokens[child].Xpos is "VBN" or "VBD" && context.Lexicon.Frames(words, child).Count > 0
                && (words.Child(child, "obl:agent") >= 0 || (words.Child(child, "obl") is >= 0 and var giver && words.Child(giver, "case") is >= 0 and var mark && words.Lower[mark] == "by")))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The item at one noun.</summary>
    public CommitmentItem One(int head)
    {
        if (context.Amounts.At(head) is { } amount)
        {
            return Behind(head, amount);
        }
        if (words.Tokens[head].Lemma is "part" or "bulk" or "rest" or "range" or "variety" or "series" or "type" or "kind" or "lot" or "majority" or "portion" or "delivery" or "provision" or "supply" or "sale" or "transfer" or "dispatch" or "handover" && Of(head) is >= 0 and var whole)
        {
            return One(whole);
        }
        if (words.Tokens[head].Lemma is "team" or "group" or "convoy" or "batch" or "crew" or "contingent" or "shipment" or "consignment" or "cargo" or "total" or "force" or "mission" or "delegation" or "brigade" && Of(head) is >= 0 and var members && One(members) is { Quantity: not null } counted)
        {
            // "a team of 36 doctors"
            return counted;
        }
        if (words.Tokens[head].Lemma is "quantity" or "amount" or "volume" or "number" or "stock" && Of(head) is >= 0 and var measured && context.Amounts.At(measured) is null && One(measured) is { Money: null } thing)
        {
            // "significant quantities of ammunition"
            return thing.Quantity is null && head > 0 && words.Tokens[head - 1].Upos == "ADJ" ? thing with { Quantity = new TokenRange(head - 1, head + 1) } : thing;
        }
        var phrase = Phrase(head);
        var (money, quantity) = (default(CommitmentAmount), default(CommitmentAmount));
        for (var i = phrase.First; i < head; i++)
        {
            if (context.Amounts.At(i) is not { } found || !Belongs(found, head))
            {
                continue;
            }
            (money, quantity) = found.IsMoney ? (money ?? found, quantity) : (money, quantity ?? found);
        }
        if (words.Lower[head] == "worth" && money is not null && Of(head) is >= 0 and var goods)
        {
            return One(goods) with { Money = money.Range };
        }
        money ??= Worth(head);
        var range = Strip(phrase, head, money, quantity);
        return new CommitmentItem(head, range, quantity?.Range ?? Article(head), money?.Range, context.Lexicon.ItemKinds(words, head));
    }

    /// <summary>Whether an item is of a kind that a frame needs.</summary>
    public bool Fits(CommitmentItem item, string need)
    {
        var isEquipment = IsEquipment(item);
        var kinds = item.Kinds;
        if (words.Child(item.Head, "cop") >= 0 || Excluded(item) || kinds.Contains("word") || (kinds.Contains("weak") && need != "spending" && !isEquipment && item.Money is null && item.Quantity is null && !IsDescribed(item) && need is not ("any" or "policy" or "trainee" or "people" or "asylum" or "permission")))
        {
            return false;
        }
        return need switch
        {
            "any" => true,
            "trainee" or "people" or "asylum" or "permission" or "policy" or "troops" => context.Lexicon.ItemKinds(words, item.Head).Contains(need),
            "goods" => item.Money is not null || isEquipment || kinds.Any(k => k is "equipment" or "humanitarian" or "money" or "other" or "training"),
            "money" => item.Money is not null || kinds.Contains("money") || (isEquipment && item.Quantity is not null) || (item.Quantity is not null && kinds.Any(k => k is "equipment" or "humanitarian")),
            "spending" => (item.Money is not null && kinds is not ["debt", ..]) || kinds.Any(k => k is "money" or "troops" or "flow" or "humanitarian"),
            "package" => item.Money is not null || isEquipment || (item.Quantity is not null && kinds.Any(k => k is "equipment" or "humanitarian" or "troops")) || kinds.Any(k => k is "money") || (kinds.Count > 0 && kinds[0] is "equipment" or "humanitarian" or "training"),
            _ => kinds.Contains(need),
        };
    }

    /// <summary>Whether an item is a counted thing of any kind, "90 paintings", and no word, person or span of time: what is sent or lent in numbers need not be known.</summary>
    public bool IsCounted(CommitmentItem item) =>
        item.Quantity is { } quantity && item.Money is null && words.Tokens[item.Head] is { Upos: "NOUN", Xpos: "NNS" } && quantity.End <= item.Head && words.Child(item.Head, "cop") < 0 && !Excluded(item)
        && !context.Lexicon.ItemKinds(words, item.Head).Contains("word") && context.Lexicon.PartyKind(words, item.Head) is null && !context.Lexicon.TimeNouns.Has(words.Lower[item.Head]) && context.Lexicon.Effect(words, item.Head) is null
        && words.MentionAt(item.Head) is not { Kind: MentionKind.Person or MentionKind.Date or MentionKind.Event };

    // Penalties, fines and what only points back ("such equipment") are no gifts.
    private bool Excluded(CommitmentItem item)
    {
        for (var i = item.Range.First; i < item.Range.End; i++)
        {
            if (words.Tokens[i].Lemma is "sanction" or "sanctions" or "penalty" or "fine" or "ransom" || (i <= item.Head && words.Tokens[i].Lemma is "cost" or "costs" or "fee" or "tax"))
            {
                return true;
            }
        }
        // "resume his duties" is work, no tariff.
        if (words.Tokens[item.Head].Lemma == "duty" && words.Child(item.Head, "nmod:poss") >= 0)
        {
            return true;
        }
        // "unequivocal support" is a word, no aid.
        if (item is { Money: null, Quantity: null } && words.Tokens[item.Head].Lemma is "support" or "backing" && item.Range.First < item.Head && words.Lower[item.Range.First] is "unequivocal" or "unwavering" or "steadfast" or "moral" or "political" or "diplomatic" or "strong" or "full" or "continued" or "unconditional" or "broad" or "ironclad" or "enduring")
        {
            return true;
        }
        return words.Child(item.Head, "det") is >= 0 and var det && words.Lower[det] is "such" or "no" or "what" or "which" && item.Quantity is null;
    }

    // "military support", "support of air defence": a vague noun with a word that says what for.
    private bool IsDescribed(CommitmentItem item)
    {
        for (var i = item.Range.First; i < item.Range.End; i++)
        {
            if (context.Lexicon.AidModifiers.Has(words.Lower[i]) || (i == item.Head && HasReceiver(i)) || (i != item.Head && words.Tokens[i].Upos == "NOUN" && i > item.Head && context.Lexicon.ItemKinds(words, i) is ["equipment" or "humanitarian", ..]))
            {
                return true;
            }
        }
        return false;
    }

    // "support for refugees", "help to Nepal"
    private bool HasReceiver(int noun)
    {
        foreach (var child in words.Children(noun))
        {
            if (child > noun && words.Is(child, "nmod") && words.Child(child, "case") is >= 0 and var mark && words.Lower[mark] is "to" or "for" && context.Countries[child] is not null)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether a phrase names a model of equipment.</summary>
    public bool IsEquipment(CommitmentItem item)
    {
        for (var i = item.Range.First; i < item.Range.End; i++)
        {
            if (words.MentionAt(i) is { Kind: MentionKind.Equipment } || context.Lexicon.NamesEquipment(words.Tokens[i]))
            {
                return true;
            }
        }
        return false;
    }

    // The head is a number or sum: "$310 million in support", "14 of its tanks", "dozens of systems", "$2bn".
    private CommitmentItem Behind(int head, CommitmentAmount amount)
    {
        var next = amount.Core.End;
        var sentence = words.Sentence(head);
        // provide “dozens” of systems
        while (next < sentence.End && words.Lower[next] is "”" or "\"" or "’" or "''" or "'" or "'s" or "’s")
        {
            next++;
        }
        if (next < sentence.End && words.Lower[next] == "(" && Closing(next, sentence.End) is > 0 and var closing)
        {
            // "€18bn (£15.7bn) in financing"
            next = closing + 1;
        }
        if (next < sentence.End && words.Lower[next] is "worth" && next + 1 < sentence.End)
        {
            next++;
        }
        if (next < sentence.End && words.Lower[next] is "in" or "of" or "worth" && words.Tokens[next].Head is > 0 and var noun && noun > next && noun < sentence.End && context.TimePhrase(noun) is null && context.Countries[noun] is null)
        {
            if (context.Amounts.At(noun) is { IsMoney: true } inner && !ReferenceEquals(inner, amount))
            {
                return Behind(noun, inner);
            }
            var item = One(noun);
            if (words.Lower[next] == "in" && item.Kinds.Count == 0)
            {
                // "put $6 million into a mill": the project receives.
                return new CommitmentItem(head, amount.Range, null, amount.IsMoney ? amount.Range : null, MoneyKinds);
            }
            return item with { Quantity = amount.IsMoney ? item.Quantity : amount.Range, Money = amount.IsMoney ? amount.Range : item.Money };
        }
        if (!amount.IsMoney && next < sentence.End && words.Tokens[next].Head == head && words.Is(next, "nmod"))
        {
            return One(next) with { Quantity = amount.Range };
        }
        // A plain sum, or "14" for what the sentence before named.
        return new CommitmentItem(head, amount.Range, amount.IsMoney ? null : amount.Range, amount.IsMoney ? amount.Range : null, amount.IsMoney ? MoneyKinds : []);
    }

    private int Closing(int open, int end)
    {
        for (var i = open + 1; i < Math.Min(end, open + 9); i++)
        {
            if (words.Lower[i] == ")")
            {
                return i;
            }
        }
        return -1;
    }

    private int Of(int noun)
    {
        foreach (var child in words.Children(noun))
        {
            if (child > noun && words.Is(child, "nmod") && words.Child(child, "case") is >= 0 and var mark && words.Lower[mark] is "of")
            {
                return child;
            }
        }
        return -1;
    }

    // "a package worth $500m", "a contribution of $20 million", "assistance totalling $2bn", "loans ($4bn)"
    private CommitmentAmount? Worth(int head)
    {
        var end = Math.Min(words.Right[head] + 1, head + 14);
        for (var i = head + 1; i < end; i++)
        {
            if (context.Amounts.At(i) is { IsMoney: true } money)
            {
                var before = words.Lower[money.Range.First - 1];
                return before is "worth" or "of" or "totalling" or "totaling" or "at" or "to" or "(" or "valued" || words.Lower[money.Range.First] is "worth" ? money : null;
            }
            if (words.Tokens[i].Upos is "VERB" && words.Lower[i] is not ("worth" or "valued" or "totalling" or "totaling" or "estimated" or "including"))
            {
                return null;
            }
        }
        return null;
    }

    // The number is the noun's own, not that of a word inside its phrase ("the 50 countries' support").
    private bool Belongs(CommitmentAmount amount, int head)
    {
        for (var i = amount.Core.First; i < amount.Core.End; i++)
        {
            var (at, steps) = (i, 0);
            while (at >= 0 && amount.Core.Contains(at) && steps++ < 8)
            {
                at = words.Tokens[at].Head;
            }
            if (at == head)
            {
                return true;
            }
            if (at > i && at < head && words.Tokens[at].Head == head && (words.Is(at, "compound") || words.Is(at, "amod") || words.Is(at, "nummod")))
            {
                return true;
            }
        }
        return false;
    }

    // "a new Patriot battery" is one; "an increase" and "a package" are not counted.
    private TokenRange? Article(int head)
    {
        if (words.Child(head, "det") is not (>= 0 and var article) || words.Lower[article] is not ("a" or "an" or "another" or "one") || words.Tokens[head].Xpos is "NNS" or "NNPS")
        {
            return null;
        }
        return (context.Lexicon.ItemKinds(words, head) is ["equipment" or "troops", ..] && words.Tokens[head].Lemma is not ("defence" or "defense" or "platform" or "group")) || words.MentionAt(head) is { Kind: MentionKind.Equipment } ? new TokenRange(article, article + 1) : null;
    }

    // The noun with its modifiers and "of"-phrases; "for" stays, "to Ukraine" does not; clauses, lists and brackets are cut.
    private TokenRange Phrase(int head)
    {
        var first = Clauses.Phrase(words, head, whole: false).First;
        var end = head + 1;
        var clause = head + 1;
        while (clause <= words.Right[head] && !(words.Tokens[clause].Upos == "VERB" && !words.Is(clause, "amod") && !words.Is(clause, "compound")))
        {
            clause++;
        }
        foreach (var child in words.Children(head))
        {
            if (child < head)
            {
                continue;
            }
            if (words.Left[child] > end || !(words.Is(child, "nmod") || words.Is(child, "flat") || words.Is(child, "compound") || words.Is(child, "nummod") || words.Is(child, "amod") || words.Is(child, "fixed")))
            {
                if (words.Tokens[child].Relation != "punct" || words.Tokens[child].Form is not ("-" or "–"))
                {
                    break;
                }
                continue;
            }
            if (words.Is(child, "nmod"))
            {
                var mark = words.Child(child, "case") is >= 0 and var found ? words.Lower[found] : "";
                if (mark is "to" or "including" or "such" or "as" or "by" or "over" or "during" or "until" or "like" or "via" or "through" or "with" || (mark is "" && context.TimePhrase(child) is not null) || (mark is "for" or "in" or "from" && (context.TimePhrase(child) is not null || context.Countries[child] is not null)))
                {
                    break;
                }
                if (mark is "of" && context.Amounts.At(child) is not null)
                {
                    break;
                }
                var inner = Clauses.Phrase(words, child, whole: true);
                end = Math.Min(inner.End, head + 20);
                if (words.Right[child] + 1 > inner.End)
                {
                    break;
                }
                continue;
            }
            end = Math.Max(end, words.Right[child] + 1);
        }
        end = Math.Min(end, clause);
        for (var i = head + 1; i < end; i++)
        {
            // "50,000 tonnes of grain each, free of charge"
            if (words.Lower[i] is "each" or "apiece" && i + 1 < end)
            {
                end = i;
            }
        }
        // "a Patriot battery each": the word is of the givers.
        while (end > head + 1 && words.Lower[end - 1] is "each" or "apiece")
        {
            end--;
        }
        return words.Trim(new TokenRange(first, Math.Max(end, head + 1))) is { IsEmpty: false } trimmed && trimmed.Contains(head) ? trimmed : new TokenRange(first, head + 1);
    }

    private TokenRange Strip(TokenRange phrase, int head, CommitmentAmount? money, CommitmentAmount? quantity)
    {
        var first = phrase.First;
        foreach (var amount in new[] { money, quantity })
        {
            if (amount is not null && amount.Core.First < head && amount.Core.End <= head)
            {
                first = Math.Max(first, amount.Core.End);
            }
        }
        // "Britain's aid" is aid.
        foreach (var child in words.Children(head))
        {
            if (child >= first && words.Right[child] < head && words.Is(child, "nmod:poss") && words.Child(child, "case") >= 0)
            {
                first = words.Right[child] + 1;
            }
        }
        while (first < head && (words.IsPunctuation(first) || words.Is(first, "det") || words.Is(first, "case") || words.Is(first, "cc") || words.Lower[first] is "of" or "additional" or "more" or "further" or "new" or "extra" or "another" or "its" or "their" or "his" or "our" or "your" or "some" or "any" or "worth" or "other" or "own" or "more" or "such" or "-" or "each" or "my" or "only"))
        {
            first++;
        }
        return new TokenRange(first, phrase.End);
    }
}
