using System.Runtime.InteropServices;
using OnRecord.Resolution;

namespace OnRecord.Recording;

/// <summary>
/// Finds the same statement in other reports and other words. Candidates share a rare run of words, or a speaker and rare neighbouring content words; then
/// speaker and shared content decide.
/// </summary>
internal sealed class StatementIndex
{
    private const int FewestWords = 3;
    private const double SameSpeakerShare = 0.6;
    private const double MiddleShare = 0.7;
    private const double OtherSpeakerShare = 0.8;
    private const double FarShare = 0.85;
    private const double QuoteShare = 0.7;
    private const int ShortSize = 4;
    private const int MiddleSize = 7;
    private const int FewestRun = 4;
    private const int ShortestQuote = 5;
    private const int SameSpeakerRun = 8;
    private const int OtherSpeakerRun = 10;
    private const int NearDays = 3;
    private const int MostByRun = 256;
    private const int MostBySpeaker = 32;
    private readonly ContentWords contentWords;
    private readonly Postings byRun = new(MostByRun);
    private readonly Postings bySpeaker = new(MostBySpeaker);
    private readonly Matches matches = new(0);
    private readonly Dictionary<ulong, int> byIdentity = [];
    private readonly Dictionary<string, string> folded = new(StringComparer.Ordinal);
    private readonly List<StatementForm> forms = [];
    private readonly List<int> statements = [];
    private readonly List<FoldedWord> words = [];
    private readonly List<FoldedWord> quoted = [];
    private readonly List<ulong> keys = [];
    private readonly List<(int Runs, int Pairs)> shared = [];
    private readonly List<int> touched = [];

    public StatementIndex(ContentWords contentWords) => this.contentWords = contentWords;

    /// <summary>Adds a statement under the next number.</summary>
    /// <param name="text">Text of its report.</param>
    /// <param name="day">Day of its report as a number, or null.</param>
    /// <param name="statement">The statement.</param>
    public void Add(string text, int? day, Statement statement)
    {
        words.Clear();
        quoted.Clear();
        var content = LinkResidue.Without(text, statement.Content);
        contentWords.ReadWords(text, content, words);
        contentWords.ReadWords(text, statement.Type == "direct" ? content : statement.Quoted, quoted);
        var speakers = statement.Speakers.Count > 0 ? statement.Speakers.Select(Folded).ToList() : statement.Speaker is { } one ? [Folded(one.Name)] : [];
        var form = new StatementForm(words, quoted, speakers, day);
        var identity = form.Identity();
        if (form.Size >= FewestWords && byIdentity.TryGetValue(identity, out var known) && forms[known].IsSame(form))
        {
            statements.Add(known);
            return;
        }
        var number = matches.Add();
        statements.Add(number);
        forms.Add(form);
        shared.Add(default);
        if (form.Size >= FewestWords)
        {
            byIdentity.TryAdd(identity, number);
            Compare(number, form);
        }
    }

    /// <summary>The set of a statement, as a number that all that say the same share.</summary>
    public int SetOf(int statement) => matches.SetOf(statements[statement]);

    private void Compare(int number, StatementForm form)
    {
        touched.Clear();
        var counts = CollectionsMarshal.AsSpan(shared);
        List<List<int>>? retired = null;
        form.ReadRunKeys(keys);
        foreach (var key in keys)
        {
            var place = byRun.Place(key);
            for (var at = byRun.First(place); at >= 0;)
            {
                (var other, at) = byRun.At(at);
                Touch(ref counts[other], other).Runs++;
            }
            Retire(byRun.Add(place, number), ref retired);
        }
        form.ReadSpeakerKeys(keys);
        foreach (var key in keys)
        {
            var place = bySpeaker.Place(key);
            for (var at = bySpeaker.First(place); at >= 0;)
            {
                (var other, at) = bySpeaker.At(at);
                Touch(ref counts[other], other).Pairs++;
            }
            Retire(bySpeaker.Add(place, number), ref retired);
        }
        foreach (var other in touched)
        {
            var (runs, pairs) = counts[other];
            counts[other] = default;
            if (ShareOf(forms[other], form, runs, pairs) is { } share)
            {
                matches.Link(other, number, share);
            }
        }
        retired?.ForEach(Part);
    }

    private ref (int Runs, int Pairs) Touch(ref (int Runs, int Pairs) count, int other)
    {
        if (count == default)
        {
            touched.Add(other);
        }
        return ref count;
    }

    private static void Retire(List<int>? held, ref List<List<int>>? retired)
    {
        if (held is not null)
        {
            (retired ??= []).Add(held);
        }
    }

    // Shares of the shorter statement's content words; null where they are two statements.
    private static double? ShareOf(StatementForm a, StatementForm b, int runs, int pairs)
    {
        var (small, large) = (Math.Min(a.Size, b.Size), Math.Max(a.Size, b.Size));
        var shared = a.Shared(b);
        var share = shared / (double)small;
        if (shared < FewestWords)
        {
            return null;
        }
        // A report without a date may be of any day: most are files that somebody put beside others on one event.
        var isNear = a.Day is not { } x || b.Day is not { } y || Math.Abs(x - y) <= NearDays;
        var sameSpeaker = a.Speakers.Exists(s => b.Speakers.Exists(t => PartyKey.MayBeOne(s, t)));
        var pairsUp = sameSpeaker && pairs >= (a.IsLong || b.IsLong ? 1 : 2);
        if (runs == 0 && !pairsUp)
        {
            return null;
        }
        var inCommon = a.RunsWith(b);
        if (runs > 0 && IsOneQuotation(inCommon, Math.Min(a.Length, b.Length), sameSpeaker, isNear))
        {
            return share;
        }
        var balance = small / (double)large;
        if (pairsUp && SameSpeakers(a, b))
        {
            return (isNear ? IsOneNear(share, balance, small) : IsOneFar(share, balance, small)) && (small > ShortSize || inCommon.Any >= FewestRun) ? share : null;
        }
        return runs > 0 && isNear && share >= OtherSpeakerShare && balance >= 0.5 && inCommon.Any >= OtherSpeakerRun ? share : null;
    }

    // Words quoted twice are one statement whoever was understood to speak; a few of them only within days, or where they are most of the shorter one.
    // Runs that nobody quotes are mostly what everybody says of a subject.
    private static bool IsOneQuotation(SharedRuns runs, int shorter, bool sameSpeaker, bool isNear) =>
        runs.QuotedByOne >= (sameSpeaker ? SameSpeakerRun : OtherSpeakerRun)
        || (sameSpeaker ? runs.QuotedByBothOfTwo : runs.QuotedByBothOfFour) >= Math.Max(ShortestQuote, (int)Math.Ceiling(QuoteShare * shorter))
        || (isNear && (runs.QuotedByBothOfFour >= ShortestQuote || runs.QuotedByBoth >= SameSpeakerRun));

    // "officials in Lima" are not Lima, and what two say together is not what one says.
    private static bool SameSpeakers(StatementForm a, StatementForm b) =>
        a.Speakers.Count == b.Speakers.Count && a.Speakers.TrueForAll(x => b.Speakers.Exists(y => PartyKey.MayBeOne(x, y) && IsPhrase(x) == IsPhrase(y)));

    private static bool IsPhrase(string speaker) => speaker.Contains(" in ", StringComparison.Ordinal) || speaker.Contains(" of ", StringComparison.Ordinal);

    // Within days one speaker's like words are one statement, told shorter or longer.
    private static bool IsOneNear(double share, double balance, int small) =>
        share >= (small <= ShortSize ? 0.99 : balance < 0.34 ? 0.8 : small < MiddleSize ? MiddleShare : SameSpeakerShare) && (small > ShortSize || balance >= 0.4);

    // A speaker comes back to a subject for years: then only nearly the same words are the same statement.
    private static bool IsOneFar(double share, double balance, int small) => small > ShortSize && share >= FarShare && balance >= 0.5;

    // A key became common: pairs that met by it alone part again.
    private void Part(List<int> held)
    {
        var holders = held.ToHashSet();
        foreach (var number in holders)
        {
            foreach (var (other, _) in matches.Of(number).ToList())
            {
                if (other < number && holders.Contains(other) && ShareOf(forms[other], forms[number], Alive(byRun, f => f.ReadRunKeys(keys), other, number), Alive(bySpeaker, f => f.ReadSpeakerKeys(keys), other, number)) is null)
                {
                    matches.Unlink(other, number);
                }
            }
        }
    }

    // Number of keys in use that both hold.
    private int Alive(Postings postings, Action<StatementForm> read, int a, int b)
    {
        read(forms[a]);
        var own = keys.ToHashSet();
        read(forms[b]);
        return keys.Count(k => own.Contains(k) && postings.IsAlive(k));
    }

    private string Folded(string name)
    {
        if (!folded.TryGetValue(name, out var known))
        {
            folded.Add(name, known = PartyKey.Of(name));
        }
        return known;
    }
}
