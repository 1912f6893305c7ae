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
    private const int SameSpeakerRun = 7;
    private const int OtherSpeakerRun = 8;
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
    private readonly List<ulong> keys = [];
    private readonly List<(int Runs, int Pairs)> shared = [];
    private readonly List<int> touched = [];

    public StatementIndex(ContentWords contentWords) => this.contentWords = contentWords;

    /// <summary>Adds a statement under the next number.</summary>
    public void Add(string text, Statement statement)
    {
        words.Clear();
        contentWords.ReadWords(text, statement.Content, words);
        var speakers = statement.Speakers.Count > 0 ? statement.Speakers.Select(Folded).ToList() : statement.Speaker is { } one ? [Folded(one.Name)] : [];
        var form = new StatementForm(words, speakers);
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

    // Shares of the shorter statement's content words; short ones must share all of it.
    private static double? ShareOf(StatementForm a, StatementForm b, int runs, int pairs)
    {
        var (small, large) = (Math.Min(a.Size, b.Size), Math.Max(a.Size, b.Size));
        var shared = a.Shared(b);
        var share = shared / (double)small;
        if (shared < FewestWords)
        {
            return null;
        }
        var sameSpeaker = a.Speakers.Exists(x => b.Speakers.Exists(y => PartyKey.MayBeOne(x, y)));
        if (sameSpeaker && pairs >= (a.IsLong || b.IsLong ? 1 : 2))
        {
            var needed = small <= 4 ? 0.99 : small / (double)large < 0.34 ? 0.8 : SameSpeakerShare;
            if (share >= needed)
            {
                return share;
            }
        }
        // One run of words said twice is one statement whoever was understood to speak.
        return runs > 0 && a.SharesRun(b, sameSpeaker ? SameSpeakerRun : OtherSpeakerRun) ? share : null;
    }

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
