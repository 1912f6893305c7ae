namespace OnRecord.Attribution;

/// <summary>Reads what a verb acts on: its object, what a relative clause hangs on, the thing behind "with", the deed it permits, the thing whose change it announces.</summary>
internal sealed class CommitmentSlots
{
    private readonly CommitmentContext context;
    private readonly ReportWords words;
    private readonly CommitmentItems items;
    private readonly CommitmentDonors donors;
    private readonly IncludedItems included;

    public CommitmentSlots(CommitmentContext context, CommitmentItems items, CommitmentDonors donors) =>
        (this.context, words, this.items, this.donors, included) = (context, context.Words, items, donors, new IncludedItems(context, items));

    /// <summary>The items of a verb in a frame, those that fit; empty where the frame does not hold.</summary>
    public List<CommitmentItem> Fill(int verb, DeedFrame frame, int behind)
    {
        if (behind >= 0)
        {
            return Fitting(behind, frame);
        }
        if (frame.ItemIsClause)
        {
            return PermittedDeed(verb) is { } deed ? [deed] : [];
        }
        if (frame.ItemIsWith)
        {
            foreach (var child in words.Children(verb))
            {
                if (words.Is(child, "obl") && words.Child(child, "case") is >= 0 and var mark && words.Lower[mark] == "with" && Fitting(child, frame) is { Count: > 0 } with)
                {
                    return with;
                }
            }
        }
        var target = !frame.ItemIsObject ? -1 : words.Child(verb, "obj") < 0 && !donors.IsPassive(verb) && frame.Kind is not (DeedKind.Increase or DeedKind.Decrease) && Sum(verb) is >= 0 and var sum ? sum : ObjectOf(verb);
        if (target < 0)
        {
            return [];
        }
        var fitting = Fitting(target, frame, words.Tokens[verb].Relation == "acl" && words.Tokens[verb].Head == target, frame.Kind == DeedKind.Include || (frame.Kind == DeedKind.Transfer && HandsOver(words.Tokens[verb].Lemma)));
        if (fitting.Count == 1)
        {
            fitting[0] = Priced(verb, frame, fitting[0]);
        }
        return fitting;
    }

    // "spend 2% of GDP on defence": defence; "cut $9 million from its grants": funding; "cut aid to €4 billion": aid, €4 billion.
    private CommitmentItem Priced(int verb, DeedFrame frame, CommitmentItem item)
    {
        var isSum = context.Amounts.At(item.Head) is not null || words.Tokens[item.Head].Lemma is "gdp" or "GDP" or "share" or "figure";
        foreach (var child in (int[])[.. words.Children(verb), .. words.Children(item.Head)])
        {
            if (child < verb || !(words.Is(child, "obl") || (words.Is(child, "nmod") && words.Tokens[child].Head == item.Head)) || words.Child(child, "case") is not (>= 0 and var mark))
            {
                continue;
            }
            if (words.Lower[mark] == "with" && item.Money is null && frame.Kind is DeedKind.Funding or DeedKind.Production && context.Amounts.At(child) is { IsMoney: true } price)
            {
                // "financed by Sweden with 40 million dollars"
                return item with { Money = price.Range };
            }
            if (isSum && ((words.Lower[mark] == "on" && words.Tokens[verb].Lemma is "spend") || (words.Lower[mark] == "from" && frame.Kind is DeedKind.Decrease or DeedKind.Halt or DeedKind.Cancel)) && context.TimePhrase(child) is null)
            {
                var inner = items.One(child);
                return inner with { Money = item.Money, Quantity = item.Quantity };
            }
            if (frame.Kind is DeedKind.Increase or DeedKind.Decrease or DeedKind.Policy && words.Lower[mark] is "to" or "by" && context.Amounts.At(child) is { } amount)
            {
                return amount.IsMoney ? item with { Money = amount.Range } : item with { Quantity = amount.Range };
            }
        }
        // A bracket between: "spend 3% of income, whatever that is, on schools".
        for (var i = item.Range.End; isSum && words.Tokens[verb].Lemma == "spend" && i < Math.Min(words.Sentence(verb).End, item.Range.End + 16); i++)
        {
            if (words.Lower[i] == "on" && words.Tokens[i].Head is >= 0 and var thing && thing > i && context.Lexicon.ItemKinds(words, thing).Count > 0)
            {
                return items.One(thing) with { Money = item.Money, Quantity = item.Quantity };
            }
        }
        return item;
    }

    /// <summary>"promised large increases of its grants", "puts a hold on loans": the change is a noun, the thing changed hangs on it.</summary>
    public (DeedFrame Frame, List<CommitmentItem> Items)? ChangeOf(int verb)
    {
        var target = words.Child(verb, "obj");
        if (target < verb || context.Lexicon.Changes.Kind(words.Tokens[target].Lemma) is not { } kind
            || !(words.Tokens[verb].Lemma is "place" or "put" or "make" or "impose" or "order" or "introduce" or "implement" or "plan" || context.Lexicon.Frames(words, verb).Any(f => f.Kind == DeedKind.Announce)))
        {
            return null;
        }
        var frame = new DeedFrame(Enum.Parse<DeedKind>(kind, true), true, false, false, ["to", "for"], "spending");
        foreach (var child in words.Children(target))
        {
            // "a hold on funding": a noun in -ing may hang there as if it were a clause.
            if (child > target && (words.Is(child, "nmod") || (words.Is(child, "acl") && words.Tokens[child].Upos == "NOUN")) && (words.Child(child, "case") is >= 0 and var mark || (mark = words.Child(child, "mark")) >= 0) && words.Lower[mark] is "in" or "to" or "of" or "on" or "for" && Fitting(child, frame) is { Count: > 0 } found)
            {
                return (frame, found);
            }
        }
        return null;
    }

    /// <summary>"..., bringing the total for such loans to more than $4 billion": never to be added to the parts before it.</summary>
    public CommitmentDraft? Total(int verb, IReadOnlyList<CommitmentDraft> before)
    {
        if (words.Tokens[verb].Lemma is not ("bring" or "take" or "raise") || before.Count == 0 || words.SentenceOf[verb] - words.SentenceOf[before[^1].Deed] > 1)
        {
            return null;
        }
        var last = before[^1];
        var end = Math.Min(words.Sentence(verb).End, verb + 24);
        var at = verb + 1;
        while (at < end && words.Lower[at] is not ("total" or "totals"))
        {
            at++;
        }
        for (var i = at + 1; i < end; i++)
        {
            if (context.Amounts.At(i) is { IsMoney: true } sum && sum.Range.First > at && words.Lower[sum.Range.First - 1] is "to")
            {
                var noun = words.Tokens[at].Upos == "ADJ" || words.Is(at, "compound") || words.Is(at, "amod") ? words.Tokens[at].Head : at;
                noun = noun > verb && noun < sum.Range.First ? noun : at;
                var range = words.Trim(new TokenRange(at, sum.Range.First - 1));
                var item = new CommitmentItem(noun, range.IsEmpty ? sum.Range : range, null, sum.Range, ["money"]);
                return last with { Kind = DeedKind.Funding, Deed = verb, Item = item, Role = "total", Status = last.Status is "delivered" ? "delivered" : "committed", Each = false, When = null, Condition = -1, DonorsStated = false, Evidence = new TokenRange(verb, sum.Range.End) };
            }
        }
        return null;
    }

    /// <summary>"authorise Poland to send tanks": what is undertaken is the permission, not the sending.</summary>
    public bool IsPermittedDeed(int verb)
    {
        var head = words.Tokens[verb].Head;
        return head >= 0 && (words.Is(verb, "xcomp") || words.Is(verb, "ccomp") || words.Is(verb, "advcl")) && words.Child(head, "obj") >= 0 && context.Lexicon.Frames(words, head).Any(f => f.ItemIsClause);
    }

    // "will free five Americans": people in numbers.
    private bool IsFreed(int verb, CommitmentItem item) => verb >= 0 && words.Tokens[verb].Lemma is "free" or "release" && item.Quantity is not null && (context.Countries[item.Head] is not null || context.Lexicon.PartyKind(words, item.Head) is "people" or "person");

    // "train 80 detectives": people in numbers.
    private bool IsTaught(CommitmentItem item) => item.Quantity is not null && words.Tokens[item.Head].Xpos == "NNS" && (context.Lexicon.PartyKind(words, item.Head) is "people" or "person" || words.Lower[item.Head].EndsWith("ers", StringComparison.Ordinal) || words.Lower[item.Head].EndsWith("ors", StringComparison.Ordinal) || words.Lower[item.Head].EndsWith("ists", StringComparison.Ordinal));

    // Verbs that hand things over and say little else: "lend 90 paintings", not "give 90 reasons".
    private static bool HandsOver(string lemma) => lemma is "send" or "donate" or "lend" or "supply" or "ship" or "hand" or "airlift" or "return" or "distribute" or "deliver" or "dispatch" or "loan" or "gift" or "provide";

    /// <summary>What a verb acts on, whatever it is: for a change that was pledged with a number or a term, "vowed to halve plastic waste by 2040".</summary>
    public List<CommitmentItem> Pledged(int verb, DeedFrame frame)
    {
        if (ObjectOf(verb) is not (>= 0 and var target) || words.Tokens[target].Upos is not "NOUN" || context.Lexicon.ItemKinds(words, target).Contains("word") || context.Lexicon.TimeNouns.Has(words.Lower[target]))
        {
            return [];
        }
        var item = Priced(verb, frame, items.One(target));
        return [item with { Kinds = item.Kinds.Count == 0 ? ["policy"] : item.Kinds }];
    }

    private List<CommitmentItem> Fitting(int head, DeedFrame frame, bool participle = false, bool takesCounted = false)
    {
        // "batteries donated by Romania; components donated by others": the participle is of its own noun, not of the list.
        var read = participle ? [items.One(head)] : items.Read(head);
        if (frame.Need == "spending" && ChangedThing(head) is >= 0 and var changed)
        {
            read = items.Read(changed);
        }
        var fitting = read.FindAll(i => words.Tokens[i.Head].Upos is "NOUN" or "PROPN" or "NUM" or "SYM" && !IsPerson(i.Head, frame) && (items.Fits(i, frame.Need) || (takesCounted && items.IsCounted(i)) || (frame.Kind == DeedKind.Training && IsTaught(i)) || (frame.Kind == DeedKind.Policy && IsFreed(words.Tokens[head].Head, i))));
        if (fitting.Count > 0 || frame.Kind is not (DeedKind.Transfer or DeedKind.Funding or DeedKind.Announce or DeedKind.Include) || read is not [var whole])
        {
            return fitting;
        }
        // "a range of capabilities, including 40 boats": the word before says little, the list behind it all.
        var named = included.Of(whole, whole.Head);
        return named.Exists(IncludedItems.IsCounted) ? named : fitting;
    }

    // "increase its share of spending": the thing changed is the spending.
    private int ChangedThing(int head)
    {
        if (words.Tokens[head].Lemma is not ("share" or "amount" or "level" or "number" or "delivery" or "flow" or "scale" or "size" or "rate" or "part"))
        {
            return -1;
        }
        foreach (var child in words.Children(head))
        {
            if (child > head && words.Is(child, "nmod") && words.Child(child, "case") is >= 0 and var mark && words.Lower[mark] == "of")
            {
                return child;
            }
        }
        return -1;
    }

    private bool IsPerson(int head, DeedFrame frame) =>
        frame.Kind is not (DeedKind.Admission or DeedKind.Training or DeedKind.Deployment) && words.MentionAt(head) is { Kind: Parsing.MentionKind.Person or Parsing.MentionKind.Date };

    /// <summary>What a verb acts on: object, subject of a passive, what a relative clause or participle hangs on, or the object it shares with a joined verb.</summary>
    private int ObjectOf(int verb)
    {
        var at = verb;
        // "Uganda was granted a loan": who was granted it is the subject.
        if (words.Child(verb, "nsubj:pass") >= 0 && (words.Child(verb, "obj") is >= 0 and var given || ((given = words.Child(verb, "xcomp")) >= 0 && words.Tokens[given].Upos == "NOUN")) && given > verb)
        {
            return given;
        }
        for (var step = 0; step < 4; step++)
        {
            foreach (var child in words.Children(at))
            {
                if (words.Tokens[child].Relation is "obj" or "nsubj:pass" && (step == 0 || child > verb || words.Tokens[child].Relation == "nsubj:pass"))
                {
                    return words.Tokens[child].Upos is "PRON" or "DET" && words.Lower[child] is "which" or "that" or "what" ? Antecedent(at) : child;
                }
            }
            var relation = words.Tokens[at].Relation;
            if (relation is "acl" && words.Tokens[verb].Xpos is "VBN" or "VBD" or "VB")
            {
                return words.Tokens[verb].Xpos == "VB" && words.Tokens[at].Head is >= 0 and var noun && (context.Lexicon.Effect(words, noun) is not null) ? -1 : words.Tokens[at].Head;
            }
            if (relation == "acl:relcl")
            {
                return words.Child(at, "nsubj") is >= 0 and var subject && words.Lower[subject] is not ("which" or "that" or "who") ? words.Tokens[at].Head : -1;
            }
            if (relation is not ("conj" or "xcomp") || words.Tokens[at].Head < 0)
            {
                return -1;
            }
            if (relation == "conj" && step == 0)
            {
                // "buy and donate two million nets": the object may hang on either verb.
                var head = words.Tokens[at].Head;
                if (words.Tokens[head].Upos != "VERB" || words.Child(at, "nsubj") >= 0)
                {
                    return -1;
                }
                at = head;
                continue;
            }
            at = words.Tokens[at].Head;
            if (words.Child(at, "obj") >= 0 && relation == "xcomp")
            {
                return -1;
            }
        }
        return -1;
    }

    // "gave between $3 million and $4 million": a sum read as an oblique is what is given.
    private int Sum(int verb)
    {
        foreach (var child in words.Children(verb))
        {
            // "unlocked 10 billion euros"
            if (child > verb && child < verb + 6 && words.Tokens[child].Relation is "obl:unmarked" or "obl" && words.Child(child, "case") < 0 && context.Amounts.At(child) is { IsMoney: true } bare && bare.Range.First == verb + 1)
            {
                return child;
            }
            if (child > verb && child < verb + 4 && words.Is(child, "obl") && words.Child(child, "case") is >= 0 and var mark && words.Lower[mark] is "between" or "over" or "around" or "about" or "to" or "up" && context.Amounts.At(child) is { IsMoney: true })
            {
                return child;
            }
        }
        return -1;
    }

    private int Antecedent(int verb)
    {
        for (var (at, step) = (verb, 0); at >= 0 && step < 5; (at, step) = (words.Tokens[at].Head, step + 1))
        {
            if (words.Tokens[at].Relation == "acl:relcl")
            {
                return words.Tokens[at].Head;
            }
        }
        return -1;
    }

    // "allow Poland to send tanks": the deed allowed, if it is one of giving, buying, using or entering.
    private CommitmentItem? PermittedDeed(int verb)
    {
        foreach (var child in words.Children(verb))
        {
            if (child > verb && (words.Is(child, "xcomp") || words.Is(child, "ccomp") || words.Is(child, "advcl")) && words.Tokens[child].Upos == "VERB" && words.Child(child, "mark") is >= 0 and var mark && words.Lower[mark] == "to"
                && (context.Lexicon.Frames(words, child) is { Count: > 0 } frames && frames.Any(f => f.Kind is DeedKind.Transfer or DeedKind.Deployment or DeedKind.Purchase or DeedKind.Admission && !(words.Child(child, "obj") is >= 0 and var thing && context.Lexicon.ItemKinds(words, thing) is [] or ["word", ..] && words.Tokens[thing].Upos == "NOUN" && context.Amounts.At(thing) is null)) || words.Tokens[child].Lemma is "re-export" or "reexport" or "export" or "use" or "strike" or "fly" or "enter" or "do" or "operate" or "cross" or "resume" or "hit" or "import"))
            {
                var end = Math.Min(words.Right[child] + 1, child + 20);
                foreach (var inner in words.Children(child))
                {
                    if (inner > child && words.Is(inner, "advcl"))
                    {
                        end = Math.Min(end, words.Left[inner]);
                    }
                }
                return new CommitmentItem(child, words.Trim(new TokenRange(child, end)), null, null, ["permission"]);
            }
        }
        return null;
    }

    /// <summary>Who is permitted, or null.</summary>
    public CommitmentParty? PermittedParty(int verb)
    {
        foreach (var child in words.Children(verb))
        {
            if (words.Is(child, "obj") || words.Is(child, "iobj"))
            {
                return context.Parties.One(child, asActor: false);
            }
            if (words.Is(child, "ccomp") && words.Child(child, "nsubj") is >= 0 and var subject)
            {
                return context.Parties.One(subject, asActor: false);
            }
        }
        return null;
    }
}
