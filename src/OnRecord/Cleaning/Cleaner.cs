using OnRecord.Cleaning.Pages;
using OnRecord.Reading;
using OnRecord.Reading.Languages;
using OnRecord.Text;

namespace OnRecord.Cleaning;

/// <summary>The second step: a snapshot to a report with typed blocks, outlet, byline, dateline and dates.</summary>
public sealed class Cleaner
{
    private readonly CharsetDecoder decoder;
    private readonly BlockTyper typer;
    private readonly Lazy<PageReader> pages;
    private readonly LanguageIdentifier languages;
    private readonly Limits limits;

    private Cleaner(CharsetDecoder decoder, BlockTyper typer, Lazy<PageReader> pages, LanguageIdentifier languages, Limits limits)
    {
        this.languages = languages;
        this.decoder = decoder;
        this.typer = typer;
        this.pages = pages;
        this.limits = limits;
    }

    /// <summary>Reads the step's tables.</summary>
    /// <param name="data">Hands in the installation's data files.</param>
    /// <param name="limits">The bounds to keep.</param>
    /// <exception cref="FormatException">A table is damaged: the installation is broken.</exception>
    public static Cleaner Load(DataFile data, Limits limits)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(limits);
        var phrases = LinePhrases.Load(data);
        var letters = LetterModel.Load(data);
        // The tables for pages are read with the first page: most runs over texts never need them.
        var pages = new Lazy<PageReader>(() => PageReader.Load(data, phrases, limits));
        return new Cleaner(CharsetDecoder.Load(data, letters), new BlockTyper(phrases), pages, LanguageIdentifier.Load(data, letters), limits);
    }

    /// <summary>Cleans one document. Bad content is never an exception: the report's problems tell of it.</summary>
    public Report Clean(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.MediaType switch
        {
            "application/json" => CleanJson(snapshot),
            "text/html" => CleanPage(snapshot),
            _ => CleanText(snapshot),
        };
    }

    private Report CleanText(Snapshot snapshot)
    {
        var decoded = decoder.Decode(snapshot);
        return Make(snapshot, new Draft { Text = decoded.Text, Problems = [.. decoded.Problems] });
    }

    private Report CleanPage(Snapshot snapshot)
    {
        var decoded = decoder.Decode(snapshot);
        return Make(snapshot, pages.Value.Read(decoded.Text, snapshot.Path, [.. decoded.Problems]));
    }

    private Report CleanJson(Snapshot snapshot)
    {
        var article = JsonArticle.Read(JsonBytes.ToUtf8(snapshot.Bytes), limits.Depth, out var reason);
        if (article is null)
        {
            return Make(snapshot, new Draft { Text = "", Problems = [new Problem("cleaning", "no-article", null, $"{snapshot.Path}: {reason}.")] });
        }
        var problems = new List<Problem>();
        if (article.Damaged)
        {
            problems.Add(new Problem("reading", "invalid-bytes", null, $"{snapshot.Path}: a field holds half a surrogate pair or bytes that are not UTF-8; U+FFFD was put in their place."));
        }
        if (article.Text is null)
        {
            var page = pages.Value.Read(article.Html!, snapshot.Path, problems);
            return Make(snapshot, page with
            {
                Id = article.Id,
                Address = article.Url ?? page.Address,
                Title = article.Title ?? page.Title,
                Outlet = article.Outlet ?? page.Outlet,
                Byline = article.Byline ?? page.Byline,
                Published = article.Published ?? page.Published,
            });
        }
        return Make(snapshot, new Draft
        {
            Text = article.Text,
            Id = article.Id,
            Address = article.Url,
            Title = article.Title,
            Outlet = article.Outlet,
            Byline = article.Byline,
            Published = article.Published,
            Problems = problems,
        });
    }

    private Report Make(Snapshot snapshot, Draft draft)
    {
        var lines = TextLine.Of(draft.Text);
        var typed = typer.Type(lines, draft.Title, draft.Outlet);
        var problems = draft.Problems;
        var dateline = FindDateline(lines, typed.Blocks);
        var address = draft.Address ?? snapshot.Address;
        var published = PublishedDateReader.Read(draft.Published, lines, typed.Blocks, dateline?.Date, problems);
        var headline = typed.Blocks.Find(block => block.Kind == BlockKind.Headline);
        return new Report
        {
            Id = draft.Id ?? ReportNames.OfPath(snapshot.Path),
            Key = ReportNames.Key(snapshot.Key, address),
            SnapshotKey = snapshot.Key,
            Path = snapshot.Path,
            Text = draft.Text,
            TextSha256 = ContentKey.Of(draft.Text),
            Blocks = typed.Blocks,
            Address = address,
            Title = draft.Title ?? headline?.Span.Of(draft.Text),
            Outlet = draft.Outlet,
            Byline = draft.Byline ?? typed.Byline,
            Dateline = dateline?.Dateline,
            Published = published,
            Language = languages.Identify(draft.Text),
            Problems = problems,
        };
    }

    // The dateline stands before the first sentence of the story; a standfirst may come before that.
    private static (Dateline Dateline, PrintedDate? Date)? FindDateline(List<TextLine> lines, List<Block> blocks)
    {
        var story = blocks.Where(block => block.Kind is BlockKind.Lead or BlockKind.Body).Take(3).Select(block => block.Span).ToList();
        foreach (var line in lines)
        {
            if (story.Contains(line.Span) && DatelineFinder.Of(line) is { } found)
            {
                return found;
            }
        }
        return null;
    }
}
