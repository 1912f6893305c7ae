using System.Globalization;
using OnRecord.Resolution;

namespace OnRecord.Recording;

/// <summary>
/// Finds how undertakings overlap without being one: parts of a package, donors of a joint pledge, first deliveries, totals, newer numbers, and what is
/// given instead. Each link rests on one pair of records, whose passages show it.
/// </summary>
internal sealed class OverlapFinder
{
    private const int JointDays = 14;
    private const int NewerDays = 400;
    private const int TotalDays = 1_100;
    private const int PackageReach = 900;
    private readonly NewsRecord record;
    private readonly MemberOrder order;
    private readonly List<Draft> drafts;
    private readonly HashSet<(int First, int Second)> together;
    private readonly Dictionary<string, List<Draft>> byDonor = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Donor, string Word), List<Draft>> byItem = [];
    private readonly Dictionary<string, int> entryOf = new(StringComparer.Ordinal);
    private readonly List<(int From, int To, CommitmentLink Link)> found = [];

    private OverlapFinder(NewsRecord record, IReadOnlyList<IReadOnlyList<Member<Commitment>>> entries)
    {
        (this.record, order) = (record, MemberOrder.Of(record));
        together = [.. record.Links.Select(l => (Math.Min(l.From.Report, l.To.Report), Math.Max(l.From.Report, l.To.Report)))];
        drafts = [.. entries.Select((members, i) => new Draft(i, members))];
        foreach (var draft in drafts)
        {
            foreach (var donor in draft.Donors)
            {
                Index(byDonor, donor, draft);
                foreach (var word in draft.ItemWords)
                {
                    Index(byItem, (donor, word), draft);
                }
            }
            draft.Members.ToList().ForEach(m => entryOf[m.Record.Id] = draft.Number);
        }
    }

    /// <summary>All links between different entries, with the numbers of the two.</summary>
    /// <param name="record">The reports.</param>
    /// <param name="entries">The members of each entry, by date.</param>
    /// <param name="decided">Links that people made; they stand beside what is found.</param>
    public static List<(int From, int To, CommitmentLink Link)> Find(NewsRecord record, IReadOnlyList<IReadOnlyList<Member<Commitment>>> entries, IReadOnlyList<DecidedLink> decided)
    {
        var finder = new OverlapFinder(record, entries);
        finder.Packages();
        foreach (var draft in finder.drafts)
        {
            finder.Joint(draft);
            finder.Totals(draft);
            finder.Newer(draft);
        }
        finder.Decided(decided);
        return [.. finder.found.OrderBy(f => f.Link.From.Record.Id, StringComparer.Ordinal).ThenBy(f => f.Link.To.Record.Id, StringComparer.Ordinal).DistinctBy(f => (f.From, f.To, f.Link.Kind))];
    }

    // "a $400 million package that includes rockets": the part stands near its whole in one report.
    private void Packages()
    {
        foreach (var report in drafts.SelectMany(d => d.Members.Select(m => (Draft: d, Member: m))).GroupBy(p => p.Member.Report))
        {
            var own = report.OrderBy(p => p.Member, order).ToList();
            foreach (var part in own.Where(p => p.Member.Record.Role == "component"))
            {
                var whole = own.Where(w => w.Draft != part.Draft && w.Member.Record.Role != "component" && w.Draft.Donors.Overlaps(part.Draft.Donors) && Meet(w.Draft, part.Draft) && Distance(w.Member, part.Member) <= PackageReach)
                    .OrderByDescending(w => w.Member.Record.Group == part.Member.Record.Group).ThenByDescending(w => w.Member.Record.Amount is not null).ThenBy(w => Distance(w.Member, part.Member)).FirstOrDefault();
                if (whole.Draft is not null)
                {
                    Add(LinkKind.PartOf, part.Member, whole.Member, ("named as a part", 1.5), ("same donor", 1), ("in one report", 0.5));
                }
            }
        }
    }

    // "Each" of one report against "together" of another: the donor's own pledge is part of the joint one. And a first delivery is part of the pledge.
    private void Joint(Draft whole)
    {
        if (whole.Donors.Count < 2 && (!whole.IsPromise || Number(whole) is null or <= 1))
        {
            return;
        }
        foreach (var part in WithWords(whole, whole.ItemWords))
        {
            var item = part.Item.Compare(whole.Item);
            if (item < 1.1 || !Meet(part, whole))
            {
                continue;
            }
            var days = Gap(part, whole);
            // Two reports that tell another undertaking together tell one announcement, dated or not.
            var isNear = days is { } d ? Math.Abs(d) <= JointDays : part.Members.Any(p => whole.Members.Any(w => together.Contains((Math.Min(p.Report, w.Report), Math.Max(p.Report, w.Report)))));
            if (whole.Donors.Count > part.Donors.Count && whole.Donors.IsProperSupersetOf(part.Donors) && isNear && NotMore(part, whole) && (part.IsPromise || !whole.IsPromise))
            {
                Add(LinkKind.PartOf, part.First, whole.First, ("one of the joint donors", 1.2), ("same item", item), (days is { } apart ? Days(apart) : "reports of one announcement", 0.5));
            }
            else if (days is { } gap && whole.Donors.SetEquals(part.Donors) && part.Done is { } done && whole.IsPromise && Less(part, whole) && gap is >= 0 and <= NewerDays && part.Recipient is not null && part.Recipient == whole.Recipient)
            {
                Add(LinkKind.PartOf, done, whole.First, ("same donor", 1.5), ("same item", item), ($"{Number(part)} of {Number(whole)} sent", 1));
            }
        }
    }

    // A total holds what the donor undertook before in the same currency; only what can be in it by kind, recipient and size.
    private void Totals(Draft total)
    {
        if (total.Role is not ("total" or "subtotal") || total.Best.Amount is not { Value: { } sum, Currency: { } currency })
        {
            return;
        }
        foreach (var part in total.Donors.SelectMany(d => byDonor[d]).Where(o => o != total).DistinctBy(o => o.Number))
        {
            if (part.Role is "total" || (total.Role is "subtotal" && (part.Role is "subtotal" || !part.ItemWords.Any(total.ItemWords.Contains))) || part.Best.Amount is not { Value: { } value } amount || amount.Currency != currency || value > sum || !total.Donors.IsSupersetOf(part.Donors)
                || part.Recipient is null || total.Recipient is null || part.Recipient != total.Recipient || Gap(part, total) is not { } gap || gap > 0 || gap < -TotalDays || !KindsMeet(total.Best, part.Best))
            {
                continue;
            }
            Add(LinkKind.Aggregates, total.First, part.First, ("same donor", 1.5), ("same recipient", 0.7), ("not more than the total", 0.5), ("said no later", 0.3));
        }
    }

    // "raised its pledge from 14 to 18 tanks", "grain instead of flour".
    private void Newer(Draft newer)
    {
        var passage = Passage.Of(record, newer.First);
        var text = record.Reports[newer.First.Report].Report.Text;
        var instead = record.LedgerWords.Instead(text, passage.Span);
        var change = newer.Best.Status == "reduced" ? "reduced" : record.LedgerWords.Find(text, passage.Span, "change");
        if (instead is null && change is null)
        {
            return;
        }
        var words = ContentWords.All(text, [passage.Span]);
        foreach (var older in WithWords(newer, instead is null ? newer.ItemWords : [.. newer.ItemWords, .. instead, .. instead.Select(w => w.EndsWith('s') ? w[..^1] : w)]))
        {
            if (!newer.Donors.SetEquals(older.Donors) || !Meet(newer, older) || Gap(newer, older) is not { } gap || gap is < 0 or > NewerDays)
            {
                continue;
            }
            var item = newer.Item.Compare(older.Item);
            if (instead is not null && item < 1.1 && older.Item.Words.Count > 0 && older.Item.Words.All(w => instead.Exists(i => i == w || i == w + "s")))
            {
                Add(LinkKind.Replaces, newer.First, older.First, ("same donor", 1.5), ("\"instead of\" names the other item", 1.5), (Days(gap), 0.3));
            }
            else if (change is not null && item >= 1.1 && gap > 0 && Differ(newer, older) && (newer.Item.Designation is not null || NamesNumber(words, older)))
            {
                Add(LinkKind.Supersedes, newer.First, older.First, ("same donor", 1.5), ("same item", item), ($"\"{change}\"", 0.5), (NamesNumber(words, older) ? "names the older number" : Days(gap), 0.5));
            }
        }
    }

    private void Decided(IReadOnlyList<DecidedLink> decided)
    {
        var members = decided.Count == 0 ? [] : drafts.SelectMany(d => d.Members).ToDictionary(m => m.Record.Id, StringComparer.Ordinal);
        foreach (var link in decided)
        {
            if (members.TryGetValue(link.From, out var from) && members.TryGetValue(link.To, out var to))
            {
                Add(link.Kind, from, to, ($"decided by {link.Person}", 0));
            }
        }
    }

    private void Add(LinkKind kind, Member<Commitment> from, Member<Commitment> to, params ReadOnlySpan<(string Reason, double Points)> reasons)
    {
        var (a, b) = (entryOf[from.Record.Id], entryOf[to.Record.Id]);
        if (a == b)
        {
            return;
        }
        var (score, words) = (0.0, new List<string>());
        foreach (var (reason, points) in reasons)
        {
            score += points;
            words.Add(points == 0 ? reason : string.Create(CultureInfo.InvariantCulture, $"{reason} {points:+0.0}"));
        }
        found.Add((a, b, new CommitmentLink(kind, from, to, score, words)));
    }

    private static void Index<T>(Dictionary<T, List<Draft>> index, T key, Draft draft)
        where T : notnull
    {
        if (!index.TryGetValue(key, out var list))
        {
            index.Add(key, list = []);
        }
        list.Add(draft);
    }

    // Entries of one of the donors whose item has one of the words.
    private IEnumerable<Draft> WithWords(Draft draft, IReadOnlyCollection<string> words) =>
        draft.Donors.SelectMany(d => words.SelectMany(w => byItem.GetValueOrDefault((d, w), []))).Where(o => o != draft).DistinctBy(o => o.Number);

    private static bool Meet(Draft a, Draft b) => a.Recipient is null || b.Recipient is null || PartyKey.MayBeOne(a.Recipient, b.Recipient);

    // Days from the older to the newer; null where one is undated.
    private int? Gap(Draft newer, Draft older) => Day(newer) is { } a && Day(older) is { } b ? a.DayNumber - b.DayNumber : null;

    private DateOnly? Day(Draft draft) => MemberOrder.FirstDay(record.Reports[draft.First.Report].Report.Published.Edtf);

    private static string Days(int gap) => string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(gap)} days apart");

    private static decimal? Number(Draft draft) => draft.Best.Quantity is { Min: { } n } ? n : null;

    private static bool NotMore(Draft part, Draft whole) => (Number(part), Number(whole)) is not ({ } a, { } b) || a <= b;

    private static bool Less(Draft part, Draft whole) => Number(part) is { } a && Number(whole) is { } b && a < b;

    private static bool Differ(Draft a, Draft b) =>
        (Number(a) is { } x && Number(b) is { } y && x != y) || (a.Best.Amount is { Value: { } v } m && b.Best.Amount is { Value: { } w } n && m.Currency == n.Currency && v != w);

    private static bool NamesNumber(List<string> words, Draft older) =>
        (older.Best.Quantity?.Text is { } quantity && words.Contains(quantity.ToLowerInvariant())) || (older.Best.Amount?.Text is { } amount && amount.ToLowerInvariant().Split(' ', '$', '€', '£') is var parts && parts.Where(p => p.Length > 0).All(words.Contains));

    private static bool KindsMeet(Commitment total, Commitment part) => total.Kind == part.Kind || total.Kind is "money" or "other" || (total.Kind, part.Kind) is ("equipment", "money");

    private static int Distance(Member<Commitment> a, Member<Commitment> b) =>
        a.Record.Evidence.Count > 0 && b.Record.Evidence.Count > 0 ? Math.Abs(a.Record.Evidence[0].Start - b.Record.Evidence[0].Start) : int.MaxValue;

    private sealed class Draft
    {
        public Draft(int number, IReadOnlyList<Member<Commitment>> members)
        {
            (Number, Members) = (number, members);
            Best = LedgerBuilder.BestOf(members);
            Donors = [.. Best.Donors.Where(d => d.Named).Select(d => PartyKey.Of(d.Name))];
            Recipient = Best.Recipient is { } r ? PartyKey.Of(r.Name) : null;
            Item = ItemKey.Of(Best.Item);
        }

        public int Number { get; }

        public IReadOnlyList<Member<Commitment>> Members { get; }

        public Member<Commitment> First => Members[0];

        public Commitment Best { get; }

        public HashSet<string> Donors { get; }

        public string? Recipient { get; }

        public ItemKey Item { get; }

        public IReadOnlyCollection<string> ItemWords => Item.Designation is { } model ? [.. Item.Words, model] : Item.Words;

        public string Role => LedgerBuilder.RoleOf(Members);

        public bool IsPromise => Members.Any(m => m.Record.Status is "committed" or "conditional");

        public Member<Commitment>? Done => Members.FirstOrDefault(m => m.Record.Status is "delivered" or "under_way");
    }
}
