namespace OnRecord.Attribution;

/// <summary>Commitments that a verb states: "Germany will send tanks", "tanks which Berlin has promised to provide", "batteries donated by Romania".</summary>
internal sealed class CommitmentDeeds
{
    private readonly CommitmentContext context;
    private readonly ReportWords words;
    private readonly CommitmentJudge judge;
    private readonly CommitmentItems items;
    private readonly CommitmentDonors donors;
    private readonly CommitmentRecipients recipients;

    public CommitmentDeeds(CommitmentContext context)
    {
        (this.context, words) = (context, context.Words);
        judge = new CommitmentJudge(context.Lexicon);
        items = new CommitmentItems(context);
        donors = new CommitmentDonors(context);
        recipients = new CommitmentRecipients(context);
    }

    /// <summary>Recipients named beside any deed, undertaken or not: what the report is about.</summary>
    public List<CommitmentParty> StatedRecipients { get; } = [];

    /// <summary>The commitments of one verb; <paramref name="before"/> are those found so far.</summary>
    public List<CommitmentDraft> Read(int verb, IReadOnlyList<CommitmentDraft> before)
    {
        if (IsPermittedDeed(verb))
        {
            return [];
        }
        if (ChangeOf(verb) is { } change)
        {
            var stated = recipients.Stated(verb, change.Frame, change.Items[0]);
            if (stated is not null)
            {
                StatedRecipients.Add(stated);
            }
            return Make(verb, change.Frame, change.Items, stated, before);
        }
        var frames = context.Lexicon.Frames(words, verb, out var behind);
        foreach (var frame in frames)
        {
            if (Fill(verb, frame, behind) is not { Count: > 0 } filled)
            {
                continue;
            }
            var recipient = frame.ItemIsClause ? PermittedParty(verb) : recipients.Stated(verb, frame, filled[0]);
            if (recipient is not null)
            {
                StatedRecipients.Add(recipient);
            }
            return Make(verb, frame, filled, recipient, before);
        }
        return [];
    }

    private List<CommitmentDraft> Make(int verb, DeedFrame frame, List<CommitmentItem> filled, CommitmentParty? recipient, IReadOnlyList<CommitmentDraft> before)
    {
        if (frame.Kind == DeedKind.Include)
        {
            return Components(verb, filled, before);
        }
        var modality = judge.Judge(words, verb, frame.Kind == DeedKind.Announce || context.Lexicon.Frames(words, verb).Any(f => f.Kind == DeedKind.Announce) || words.Tokens[verb].Lemma is "pledge" or "commit" or "allocate" or "award" or "earmark" or "approve");
        if (modality.Status is not { } status || IsQuestion(verb))
        {
            return [];
        }
        status = CommitmentStatus.Of(frame.Kind, status);
        if (frame.Kind == DeedKind.Policy && status is not ("committed" or "intended" or "conditional"))
        {
            return [];
        }
        var actors = donors.OfVerb(verb, modality);
        if (frame.Kind == DeedKind.Purchase && items.IsEquipment(filled[0]) && recipients.Behind(verb, ["from"], filled[0]) is { Named: true } seller && actors is [var buyer, ..])
        {
            // A sale of arms: the seller delivers, the buyer receives.
            (actors, recipient) = ([seller], buyer);
        }
        var stated = actors.Count > 0;
        if (!stated)
        {
            actors = Owner(verb, filled[0], modality.Actor, before);
        }
        if (actors.Count == 0 || (!stated && frame.Kind is DeedKind.Policy or DeedKind.Production or DeedKind.Purchase))
        {
            return [];
        }
        if (!Plausible(actors, frame, filled, (status, recipient)))
        {
            return [];
        }
        return Drafts(verb, frame, filled, recipient, actors, modality, status, stated);
    }

    private List<CommitmentDraft> Drafts(int verb, DeedFrame frame, List<CommitmentItem> filled, CommitmentParty? recipient, List<CommitmentParty> actors, CommitmentModality modality, string status, bool stated)
    {
        var each = HasEach(verb, filled[^1]);
        var when = context.When(modality.Chain) ?? context.When([filled[0].Head]);
        var drafts = new List<CommitmentDraft>();
        foreach (var item in filled)
        {
            foreach (var group in each ? actors.ConvertAll(a => new List<CommitmentParty> { a }) : [actors])
            {
                drafts.Add(new CommitmentDraft
                {
                    Kind = frame.Kind,
                    Deed = verb,
                    Donors = group,
                    DonorsStated = stated,
                    Recipient = recipient is null || group.Exists(d => d.Key == recipient.Key) ? null : recipient,
                    Item = item,
                    Each = each && actors.Count > 1,
                    Status = status,
                    Role = Role(verb, item),
                    Condition = modality.Condition,
                    When = when,
                    Evidence = Evidence(verb, item, group, modality),
                    Chain = modality.Chain,
                });
            }
        }
        return drafts;
    }

    // The items of a verb in a frame, those that fit; empty where the frame does not hold.
    private List<CommitmentItem> Fill(int verb, DeedFrame frame, int behind)
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
        var target = !frame.ItemIsObject ? -1 : Sum(verb) is >= 0 and var sum && words.Child(verb, "obj") < 0 ? sum : ObjectOf(verb);
        if (target < 0)
        {
            return [];
        }
        var fitting = Fitting(target, frame, words.Tokens[verb].Relation == "acl" && words.Tokens[verb].Head == target);
        if (fitting.Count == 1)
        {
            fitting[0] = Priced(verb, frame, fitting[0]);
        }
        return fitting;
    }

    // "spend 2% of GDP on defence": defence; "cut $285 million from its funding": funding; "cut aid to €4 billion": aid, €4 billion.
    private CommitmentItem Priced(int verb, DeedFrame frame, CommitmentItem item)
    {
        var isSum = context.Amounts.At(item.Head) is not null || words.Tokens[item.Head].Lemma is "gdp" or "GDP" or "share" or "figure";
        foreach (var child in (int[])[.. words.Children(verb), .. words.Children(item.Head)])
        {
            if (child < verb || !(words.Is(child, "obl") || (words.Is(child, "nmod") && words.Tokens[child].Head == item.Head)) || words.Child(child, "case") is not (>= 0 and var mark))
            {
                continue;
            }
            if (isSum && ((words.Lower[mark] == "on" && words.Tokens[verb].Lemma is "spend") || (words.Lower[mark] == "from" && frame.Kind is DeedKind.Decrease or DeedKind.Halt or DeedKind.Cancel)) && context.TimePhrase(child) is null)
            {
                var inner = items.One(child);
                return inner with { Money = item.Money, Quantity = item.Quantity };
            }
            if (frame.Kind is DeedKind.Increase or DeedKind.Decrease && words.Lower[mark] is "to" or "by" && context.Amounts.At(child) is { } amount)
            {
                return amount.IsMoney ? item with { Money = amount.Range } : item with { Quantity = amount.Range };
            }
        }
        return item;
    }

    // "announced steep increases in their budgets", "is placing a hold on funding": the change is a noun, the thing changed hangs on it.
    private (DeedFrame Frame, List<CommitmentItem> Items)? ChangeOf(int verb)
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
            if (child > target && words.Is(child, "nmod") && words.Child(child, "case") is >= 0 and var mark && words.Lower[mark] is "in" or "to" or "of" or "on" or "for" && Fitting(child, frame) is { Count: > 0 } found)
            {
                return (frame, found);
            }
        }
        return null;
    }

    // "authorise Poland to send tanks": what is undertaken is the permission, not the sending.
    private bool IsPermittedDeed(int verb)
    {
        var head = words.Tokens[verb].Head;
        return head >= 0 && (words.Is(verb, "xcomp") || words.Is(verb, "ccomp") || words.Is(verb, "advcl")) && words.Child(head, "obj") >= 0 && context.Lexicon.Frames(words, head).Any(f => f.ItemIsClause);
    }

    private List<CommitmentItem> Fitting(int head, DeedFrame frame, bool participle = false)
    {
        // "batteries donated by Romania; components donated by others": the participle is of its own noun, not of the list.
        var read = participle ? [items.One(head)] : items.Read(head);
        if (frame.Need == "spending" && ChangedThing(head) is >= 0 and var changed)
        {
            read = items.Read(changed);
        }
        return read.FindAll(i => words.Tokens[i.Head].Upos is "NOUN" or "PROPN" or "NUM" or "SYM" && !IsPerson(i.Head, frame) && items.Fits(i, frame.Need));
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
                // "purchase and donate half a billion doses": the object may hang on either verb.
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

    // "provided between $400 million and $500 million": a sum read as an oblique is what is given.
    private int Sum(int verb)
    {
        foreach (var child in words.Children(verb))
        {
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
                && (context.Lexicon.Frames(words, child) is { Count: > 0 } frames && frames.Any(f => f.Kind is DeedKind.Transfer or DeedKind.Deployment or DeedKind.Purchase or DeedKind.Admission) || words.Tokens[child].Lemma is "re-export" or "reexport" or "export" or "use" or "strike" or "fly" or "enter" or "do" or "operate" or "cross" or "resume" or "hit" or "import"))
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

    private CommitmentParty? PermittedParty(int verb)
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

    // "The package includes rockets and shells": parts of what was undertaken before, by the same donor.
    private List<CommitmentDraft> Components(int verb, List<CommitmentItem> filled, IReadOnlyList<CommitmentDraft> before)
    {
        var subject = donors.Subject(verb, false);
        if (subject < 0 || before.Count == 0)
        {
            return [];
        }
        if (words.Lower[subject] is "which" or "that" && words.Tokens[verb].Relation == "acl:relcl")
        {
            subject = words.Tokens[verb].Head;
        }
        var whole = before[^1];
        if (words.Tokens[subject].Lemma is not ("package" or "tranche" or "aid" or "assistance" or "shipment" or "donation" or "contribution" or "support" or "delivery" or "grant" or "funding" or "commitment" or "pledge" or "it" or "consignment" or "batch")
            || words.SentenceOf[verb] - words.SentenceOf[whole.Deed] > 3)
        {
            return [];
        }
        return filled.ConvertAll(i => whole with { Deed = verb, Item = i, Role = "component", Evidence = Hull(verb, i), DonorsStated = false, When = null, Each = false, Kind = i.Money is null ? DeedKind.Transfer : DeedKind.Funding });
    }

    // A passive or bare noun without agent: the country in the item's own words ("German aid will be cut"), else who gave it in the sentences before.
    private List<CommitmentParty> Owner(int verb, CommitmentItem item, int actor, IReadOnlyList<CommitmentDraft> before)
    {
        if (context.Lexicon.ItemKinds(words, item.Head) is ["trainee", ..] || item.Kinds.Contains("trainee") && !item.Kinds.Contains("equipment"))
        {
            return [];
        }
        if (donors.OfNoun(item.Head, governing: false) is { Count: > 0 } owners && words.Tokens[item.Head].Upos == "NOUN" && !words.Is(item.Head, "obj"))
        {
            return owners;
        }
        // "Fourteen will be sent at first"; "the decision to send 14 tanks": by whoever gave such a thing a little before.
        var isPassive = donors.IsPassive(verb) && words.Tokens[verb].Relation != "acl";
        var isKnown = words.Tokens[actor].Upos == "NOUN" && words.Child(actor, "det") is >= 0 and var det && words.Lower[det] is "the" or "this" or "that";
        for (var k = before.Count - 1; k >= Math.Max(0, before.Count - 4) && (isPassive || isKnown); k--)
        {
            var other = before[k];
            var near = words.SentenceOf[verb] - words.SentenceOf[other.Deed] is >= 0 and <= 2 && words.ParagraphOf[verb] - words.ParagraphOf[other.Deed] <= 1;
            if (other.Kind is DeedKind.Transfer or DeedKind.Funding or DeedKind.Announce or DeedKind.Purchase && (near || isKnown) && Related(item, other.Item) && (near || words.Tokens[item.Head].Lemma == words.Tokens[other.Item.Head].Lemma))
            {
                return [.. other.Donors];
            }
        }
        return [];
    }

    private bool Related(CommitmentItem one, CommitmentItem other) =>
        words.Tokens[one.Head].Lemma == words.Tokens[other.Head].Lemma || one.Kinds.Count == 0 || other.Kinds.Count == 0 || one.Kinds.Any(other.Kinds.Contains);

    // Unnamed givers count where they are counted or described ("50 countries", "several European nations"), and never for what one does to oneself.
    private bool Plausible(List<CommitmentParty> actors, DeedFrame frame, List<CommitmentItem> filled, (string Status, CommitmentParty? Recipient) found)
    {
        var (status, recipient) = found;
        var named = actors.Exists(a => a.Named);
        // Rockets and drones that were sent to nobody were fired.
        if (status == "delivered" && filled.TrueForAll(i => words.Tokens[i.Head].Lemma is "drone" or "missile" or "rocket" or "bomb" or "shell" or "plane" or "jet" or "warplane" or "aircraft") && recipient is null)
        {
            return false;
        }
        var strong = filled.Exists(i => i.Money is not null || i.Quantity is not null) || filled.Exists(items.IsEquipment);
        if (frame.Kind is DeedKind.Production or DeedKind.Deployment && status is "delivered" or "under_way" && !strong)
        {
            return false;
        }
        if (frame.Kind == DeedKind.Production && (!strong || status is "delivered" or "under_way"))
        {
            return false;
        }
        if (!named && !strong && !actors.Exists(a => Array.Exists(words.Lower[a.Words.First..a.Words.End], IsState)))
        {
            return false;
        }
        if (status is "under_way" or "delivered" && !named && filled.TrueForAll(i => i.Money is null && i.Quantity is null))
        {
            return false;
        }
        return named || strong || status is "committed" or "intended" or "conditional";
    }

    private static bool IsState(string word) => word is "country" or "countries" or "nations" or "nation" or "allies" or "ally" or "partners" or "members" or "government" or "governments" or "states" or "donors" or "supporters" or "leaders" or "lenders" or "alliance" or "bloc";

    private string Role(int verb, CommitmentItem item)
    {
        var sentence = words.Sentence(verb);
        if (words.Tokens[item.Head].Lemma is "component" or "part" && item.Money is null)
        {
            return "component";
        }
        var first = Math.Max(sentence.First, Math.Min(verb, item.Range.First) - 6);
        var end = Math.Min(sentence.End, Math.Max(verb, item.Range.End) + 8);
        for (var i = first; i < end; i++)
        {
            if (words.Lower[i] is "total" or "altogether" or "overall" or "cumulative" or "cumulatively" && item.Money is not null
                || (words.Lower[i] is "far" or "date" && i > 0 && words.Lower[i - 1] is "so" or "to" && item.Money is not null)
                || (words.Lower[i] == "since" && item.Money is not null && i > verb))
            {
                return "total";
            }
        }
        return "item";
    }

    // "each", at the end or before the verb; it distributes the item over the donors.
    private bool HasEach(int verb, CommitmentItem item)
    {
        var end = Math.Min(words.Sentence(verb).End, Math.Max(item.Range.End, item.Head + 1) + 2);
        for (var i = Math.Max(words.Sentence(verb).First, verb - 3); i < end; i++)
        {
            if (words.Lower[i] is "each" or "apiece" && (i + 1 >= words.Lower.Length || words.Lower[i + 1] is not ("other" or "year" or "month" or "week" or "day" or "of")))
            {
                return true;
            }
        }
        return false;
    }

    private bool IsQuestion(int verb) => words.Lower[words.Sentence(verb).End - 1] == "?" && words.Quotes.At(verb) is null;

    private TokenRange Hull(int verb, CommitmentItem item)
    {
        var (first, end) = (Math.Min(verb, item.Range.First), Math.Max(verb + 1, item.Range.End));
        foreach (var part in new[] { item.Quantity, item.Money })
        {
            if (part is { } range && words.SentenceOf[range.First] == words.SentenceOf[verb])
            {
                (first, end) = (Math.Min(first, range.First), Math.Max(end, range.End));
            }
        }
        return new TokenRange(first, end);
    }

    private TokenRange Evidence(int verb, CommitmentItem item, List<CommitmentParty> group, CommitmentModality modality)
    {
        var hull = Hull(verb, item);
        foreach (var word in modality.Chain)
        {
            if (words.SentenceOf[word] == words.SentenceOf[verb] && word < hull.First && hull.First - word < 8 && !words.Is(word, "root"))
            {
                hull = hull with { First = word };
            }
        }
        foreach (var donor in group)
        {
            if (words.SentenceOf[donor.Words.First] == words.SentenceOf[verb] && hull.First - donor.Words.First is > 0 and < 30)
            {
                hull = hull with { First = donor.Words.First };
            }
            else if (words.SentenceOf[donor.Words.First] == words.SentenceOf[verb] && donor.Words.End > hull.End && donor.Words.End - hull.End < 12)
            {
                hull = hull with { End = donor.Words.End };
            }
        }
        return hull;
    }
}
