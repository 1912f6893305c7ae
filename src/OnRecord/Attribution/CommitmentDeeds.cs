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
    private readonly CommitmentSlots slots;
    private readonly OrdinaryDealings dealings;

    public CommitmentDeeds(CommitmentContext context)
    {
        (this.context, words) = (context, context.Words);
        judge = new CommitmentJudge(context.Lexicon);
        items = new CommitmentItems(context);
        donors = new CommitmentDonors(context);
        recipients = new CommitmentRecipients(context);
        slots = new CommitmentSlots(context, items, donors);
        dealings = new OrdinaryDealings(context);
    }

    /// <summary>Recipients named beside any deed, undertaken or not: what the report is about.</summary>
    public List<CommitmentParty> StatedRecipients { get; } = [];

    /// <summary>The commitments of one verb; <paramref name="before"/> are those found so far.</summary>
    public List<CommitmentDraft> Read(int verb, IReadOnlyList<CommitmentDraft> before)
    {
        if (slots.IsPermittedDeed(verb))
        {
            return [];
        }
        if (slots.Total(verb, before) is { } total)
        {
            return [total];
        }
        if (slots.ChangeOf(verb) is { } change)
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
            if (slots.Fill(verb, frame, behind) is not { Count: > 0 } filled)
            {
                continue;
            }
            if (frame.ItemIsClause && words.Tokens[filled[0].Head].Lemma == "do" && before is [.., var last] && words.SentenceOf[last.Deed] == words.SentenceOf[verb])
            {
                // "send tanks and allow others to do the same": permission for tanks.
                filled[0] = last.Item with { Quantity = null, Money = null, Kinds = ["permission"] };
            }
            var recipient = frame.ItemIsClause ? slots.PermittedParty(verb) : recipients.Stated(verb, frame, filled[0]);
            if (recipient is not null)
            {
                StatedRecipients.Add(recipient);
            }
            return Make(verb, frame, filled, recipient, before);
        }
        return frames.FirstOrDefault(f => f.Kind is DeedKind.Policy or DeedKind.Decrease or DeedKind.Halt) is { } changing && Pledged(verb, changing) is { Count: > 0 } pledged
            ? Make(verb, new DeedFrame(DeedKind.Policy, true, false, false, [], "any"), pledged, null, before) : [];
    }

    // "vowed to halve plastic waste by 2040": anything may be cut, ended or protected by one who pledges it with a number or a term.
    private List<CommitmentItem> Pledged(int verb, DeedFrame frame)
    {
        var modality = judge.Judge(words, verb, announces: false);
        if (modality.Status is not "committed")
        {
            return [];
        }
        if (context.When([.. modality.Chain, .. words.Children(verb), .. words.Children(verb).ToArray().SelectMany(c => words.Children(c).ToArray())]) is { } term && words.Lower[term.First] is "by" or "before" or "from" && slots.Pledged(verb, frame) is { Count: > 0 } measured && measured.TrueForAll(i => i.Quantity is not null))
        {
            // "will lower its emissions by half by 2030": a number and a term are a promise without the word.
            return measured;
        }
        if (!modality.Chain.Any(c => words.Tokens[c].Lemma is "pledge" or "vow" or "promise" or "commit" or "undertake" or "commitment" or "promised" or "agree"))
        {
            return [];
        }
        return slots.Pledged(verb, frame).FindAll(i => i.Quantity is not null || i.Money is not null || IsTerm(context.When(modality.Chain)) || IsTerm(context.When([i.Head])));
    }

    private bool IsTerm(TokenRange? when) => when is { } range && words.Lower[range.First] is "by" or "within" or "before" or "from" or "over";

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
        status = words.Tokens[verb].Lemma is "plan" or "propose" && status is "delivered" or "committed" ? "intended" : status;
        if (frame.Kind == DeedKind.Halt && filled.TrueForAll(i => i.Money is null && i.Kinds.Contains("policy") && !i.Kinds.Contains("flow") && !i.Kinds.Contains("money")))
        {
            // "agreed to suspend its nuclear tests": something of its own, not a flow to others.
            frame = frame with { Kind = DeedKind.Policy };
        }
        status = CommitmentStatus.Of(frame.Kind, status);
        if (frame.Kind == DeedKind.Policy && status is not ("committed" or "intended" or "conditional"))
        {
            return [];
        }
        if (status == "delivered" && (IsLongAgo(modality) || (frame.Kind == DeedKind.Admission && words.Tokens[verb].Lemma is "receive" or "see" or "host" or "house")))
        {
            // History, and how many have come: nothing that anybody undertook.
            return [];
        }
        if (modality.ActorIsObject && IsCourt(modality.Actor))
        {
            return [];
        }
        var actors = donors.Thanked(modality) is { Count: > 0 } thanked ? thanked : donors.OfVerb(verb, modality);
        if (actors.Count == 0 && Enacted(verb) is { Count: > 0 } lawmakers)
        {
            (actors, status) = (lawmakers, status == "delivered" ? "committed" : status);
        }
        if (frame.Kind == DeedKind.Purchase && words.Tokens[verb] is { Relation: "acl:relcl", Xpos: "VBP" } && actors.TrueForAll(a => !a.Named))
        {
            // "countries that buy arms need a licence": said of any.
            return [];
        }
        if (frame.Kind == DeedKind.Purchase && (items.IsEquipment(filled[0]) || filled[0].Kinds.Contains("equipment")) && (recipients.Behind(verb, ["from"], filled[0]) ?? recipients.Behind(filled[0].Head, ["from"], null)) is { Named: true } seller && actors is [var buyer, ..])
        {
            // "countries that buy arms from Germany" says what such countries do, not that any did.
            if (!buyer.Named)
            {
                return [];
            }
            // A sale of arms: the seller delivers, the buyer receives.
            (actors, recipient) = ([seller], buyer);
        }
        if (actors.Count == 0 && status is "committed" or "conditional" && donors.IsPassive(verb) && Announcer(verb) is { Count: > 0 } announcers)
        {
            actors = announcers;
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
        // "countries that want to send tanks need a licence": said of any that do.
        if (status is "intended" or "conditional" && actors.TrueForAll(a => !a.Named) && modality.Chain.Any(c => (words.Tokens[c].Relation == "acl:relcl" && words.Tokens[c].Lemma is "want" or "wish" or "hope") || (words.Tokens[c].Relation is "amod" or "acl" && words.Tokens[c].Lemma is "willing" or "ready" or "able")))
        {
            return [];
        }
        if (!Plausible(actors, frame, filled, (verb, status, recipient)) || dealings.Are(verb, status, actors, filled, recipient))
        {
            return [];
        }
        return Drafts(verb, frame, filled, recipient, actors, modality, status, stated);
    }

    // "Turkey said 5,000 homes would be shipped": a state or body that says so of a deed without a giver gives.
    private List<CommitmentParty> Announcer(int verb)
    {
        for (var (at, step) = (verb, 0); step < 3 && words.Tokens[at].Head >= 0 && (words.Is(at, "ccomp") || words.Is(at, "parataxis") || words.Is(at, "xcomp") || words.Is(at, "conj")); (at, step) = (words.Tokens[at].Head, step + 1))
        {
            var over = words.Tokens[at].Head;
            if (words.Tokens[over].Upos == "VERB" && !words.Is(at, "conj") && words.Tokens[over].Lemma is "say" or "announce" or "pledge" or "promise" or "add" or "confirm" or "tell" && donors.Subject(over, false) is >= 0 and var speaker)
            {
                return context.Countries[speaker] is not null || words.MentionAt(speaker) is { Kind: Parsing.MentionKind.Organisation or Parsing.MentionKind.Country } || words.Tokens[speaker].Lemma.ToLowerInvariant() is "ministry" or "government" or "agency" or "bank" or "company"
                    ? context.Parties.Actors(speaker).FindAll(p => p.Named && !p.IsPerson) : [];
            }
        }
        return [];
    }

    // "In 1994 the state sent troops": more than five years before the report.
    private bool IsLongAgo(CommitmentModality modality)
    {
        if (context.Year is not > 0 || context.When(modality.Chain) is not { } when)
        {
            return false;
        }
        for (var i = when.First; i < when.End; i++)
        {
            if (words.Lower[i] is { Length: 4 } year && year.All(char.IsAsciiDigit) && int.Parse(year, System.Globalization.CultureInfo.InvariantCulture) is > 1000 and var number && number < context.Year - 5)
            {
                return true;
            }
        }
        return false;
    }

    // "The court ordered the firm to pay": a judgement, no undertaking.
    private bool IsCourt(int ordering) => donors.Subject(ordering, true) is >= 0 and var judge && words.Tokens[judge].Lemma.ToLowerInvariant() is "court" or "judge" or "jury" or "tribunal" or "magistrate" or "arbitrator" or "panel" or "regulator" or "justice";

    // "signed a bill that provides $3 billion": who signed it undertakes what it holds.
    private List<CommitmentParty> Enacted(int verb)
    {
        if (words.Tokens[verb].Relation != "acl:relcl" && words.Tokens[verb].Relation != "acl")
        {
            return [];
        }
        var law = words.Tokens[verb].Head;
        if (law < 0 || words.Tokens[law].Lemma.ToLowerInvariant() is not ("bill" or "law" or "act" or "legislation" or "budget" or "package" or "order" or "measure" or "decree" or "agreement" or "deal" or "plan")
            || words.Tokens[law].Head is not (>= 0 and var enacting) || !words.Is(law, "obj") || words.Tokens[enacting].Lemma is not ("sign" or "enact" or "adopt" or "approve" or "ratify"))
        {
            return [];
        }
        var modality = judge.Judge(words, enacting, announces: true);
        return modality.Status is "committed" or "delivered" ? donors.OfVerb(enacting, modality) : [];
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
        if (Enumerable.Range(words.Sentence(verb).First, verb - words.Sentence(verb).First).Any(i => words.Lower[i] is "unless" or "if" or "preferably"))
        {
            return [];
        }
        if (words.Tokens[subject].Lemma is not ("package" or "tranche" or "aid" or "assistance" or "shipment" or "donation" or "contribution" or "support" or "delivery" or "grant" or "funding" or "commitment" or "pledge" or "it" or "consignment" or "batch")
            || words.SentenceOf[verb] - words.SentenceOf[whole.Deed] > 3)
        {
            return [];
        }
        if (donors.OfNoun(subject, governing: false) is { Count: > 0 } givers && givers.Exists(g => g.Named && whole.Donors.All(d => d.Key != g.Key)))
        {
            // "the Dutch tranche contains": another's, whoever gave before.
            whole = whole with { Donors = givers, Recipient = recipients.Stated(subject, Receiver, filled[0]) ?? recipients.Behind(subject, ["to", "for"], null), Status = "committed", Condition = -1 };
        }
        return filled.ConvertAll(i => whole with { Deed = verb, Item = i, Role = "component", Evidence = Hull(verb, i), DonorsStated = false, When = null, Each = false, Kind = i.Money is null ? DeedKind.Transfer : DeedKind.Funding });
    }

    private static DeedFrame Receiver { get; } = new(DeedKind.Transfer, true, false, false, ["to", "for"], "any");

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
    private bool Plausible(List<CommitmentParty> actors, DeedFrame frame, List<CommitmentItem> filled, (int Verb, string Status, CommitmentParty? Recipient) found)
    {
        var (_, status, recipient) = found;
        var named = actors.Exists(a => a.Named);
        if (frame.Kind == DeedKind.Deployment && status == "delivered" && recipient is null && words.Tokens[filled[0].Head].Lemma is not "peacekeeper")
        {
            return false;
        }
        // "tanks it leases from Germany": taken, not given.
        if (frame.Kind == DeedKind.Transfer && Takes(found.Verb))
        {
            return false;
        }
        // Rockets and drones that were sent to nobody were fired.
        if (status == "delivered" && filled.TrueForAll(i => words.Tokens[i.Head].Lemma is "drone" or "missile" or "rocket" or "bomb" or "shell" or "plane" or "jet" or "warplane" or "aircraft") && recipient is null)
        {
            return false;
        }
        var strong = filled.Exists(i => i.Money is not null || i.Quantity is not null) || filled.Exists(items.IsEquipment);
        if (frame.Kind is DeedKind.Production or DeedKind.Deployment && status is "delivered" or "under_way" && !strong && !(frame.Kind == DeedKind.Deployment && status == "under_way" && recipient is { Named: true }))
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

    private bool Takes(int verb) => words.Tokens[verb].Lemma is "lease" or "rent" or "loan" && recipients.Behind(verb, ["from"], null) is { Named: true };

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
        for (var i = first; i < end && !(i > verb && words.Lower[i] is "bringing" or "taking" or "raising"); i++)
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
