using System.Runtime.InteropServices;
using OnRecord.Cleaning;

namespace OnRecord.Recording;

/// <summary>Runs of six words of a report's story as hashes, of which one in four is kept: the same ones in every report that holds them.</summary>
internal sealed class Shingles
{
    private const int Words = 6;

    /// <summary>One hash in so many is kept.</summary>
    public const uint Kept = 4;

    private const ulong Prime = 1_099_511_628_211;
    private const ulong Basis = 14_695_981_039_346_656_037;

    private readonly List<ulong> words = [];
    private readonly List<ulong> hashes = [];

    /// <summary>The kept hashes of a report, sorted, each once. Furniture and related links are no part of the story.</summary>
    public ulong[] Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        words.Clear();
        hashes.Clear();
        foreach (var block in report.Blocks)
        {
            if (block.Kind is not (BlockKind.Furniture or BlockKind.RelatedLink))
            {
                AddWords(report.Text.AsSpan(block.Span.Start, block.Span.Length));
            }
        }
        for (var i = 0; i + Words <= words.Count; i++)
        {
            var hash = Basis;
            for (var k = 0; k < Words; k++)
            {
                hash = (hash ^ words[i + k]) * Prime;
            }
            hash ^= hash >> 29;
            if (hash % Kept == 0)
            {
                hashes.Add(hash);
            }
        }
        hashes.Sort();
        var count = 0;
        for (var i = 0; i < hashes.Count; i++)
        {
            if (i == 0 || hashes[i] != hashes[count - 1])
            {
                hashes[count++] = hashes[i];
            }
        }
        return CollectionsMarshal.AsSpan(hashes)[..count].ToArray();
    }

    /// <summary>One number for a whole list.</summary>
    public static ulong HashOf(ulong[] hashes)
    {
        var hash = Basis;
        foreach (var part in hashes)
        {
            hash = (hash ^ part) * Prime;
            hash ^= hash >> 31;
        }
        return hash;
    }

    /// <summary>Number of hashes that two sorted lists share.</summary>
    public static int Shared(ulong[] a, ulong[] b)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j])
            {
                (i, j, shared) = (i + 1, j + 1, shared + 1);
            }
            else if (a[i] < b[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
        return shared;
    }

    // FNV-1a over the letters and digits of each word, small; marks and blanks part words.
    private void AddWords(ReadOnlySpan<char> text)
    {
        var (hash, any) = (Basis, false);
        foreach (var c in text)
        {
            if (Letters.Small(c) is var small && small != 0)
            {
                hash = (hash ^ small) * Prime;
                any = true;
            }
            else if (any && c is not ('\'' or '’'))
            {
                words.Add(hash);
                (hash, any) = (Basis, false);
            }
        }
        if (any)
        {
            words.Add(hash);
        }
    }
}
