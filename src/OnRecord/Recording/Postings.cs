namespace OnRecord.Recording;

/// <summary>
/// Which things hold a key. A key that more things hold than a bound tells nothing and is retired: "the prime minister said" brings no two statements
/// together. Whether it is retired depends on all things that hold it, never on their order.
/// </summary>
/// <param name="most">Most things that a key may bring together.</param>
internal sealed class Postings(int most)
{
    private const int Retired = -2;
    private const ulong Mixer = 0x9E37_79B9_7F4A_7C15;
    private readonly List<(int Thing, int Next)> entries = [];
    private ulong[] keys = new ulong[1024];
    private int[] heads = new int[1024];
    private int[] counts = new int[1024];
    private int used;

    /// <summary>Number of keys, retired ones among them.</summary>
    public int Count => used;

    /// <summary>The place of a key, which is made where it is new. Good until the next call.</summary>
    public int Place(ulong key)
    {
        if (used * 10L > keys.Length * 7L)
        {
            Grow();
        }
        key = key == 0 ? 1 : key;
        var place = Find(keys, key);
        if (keys[place] == 0)
        {
            (keys[place], heads[place]) = (key, -1);
            used++;
        }
        return place;
    }

    /// <summary>The newest entry of a key, -1 where there is none.</summary>
    public int First(int place) => Math.Max(-1, heads[place]);

    /// <summary>The thing of an entry, and the entry before it or -1.</summary>
    public (int Thing, int Next) At(int entry) => entries[entry];

    /// <summary>Whether a key still brings things together.</summary>
    public bool IsAlive(ulong key)
    {
        key = key == 0 ? 1 : key;
        var place = Find(keys, key);
        return keys[place] == key && heads[place] != Retired;
    }

    /// <summary>Adds a thing to a key. Where it is one too many, the key is retired and all that held it are returned; else null.</summary>
    public List<int>? Add(int place, int thing)
    {
        if (heads[place] == Retired)
        {
            return null;
        }
        entries.Add((thing, heads[place]));
        heads[place] = entries.Count - 1;
        if (++counts[place] <= most)
        {
            return null;
        }
        var held = new List<int>(counts[place]);
        for (var at = heads[place]; at >= 0; at = entries[at].Next)
        {
            held.Add(entries[at].Thing);
        }
        heads[place] = Retired;
        return held;
    }

    private static int Find(ulong[] keys, ulong key)
    {
        var mask = keys.Length - 1;
        var place = (int)((key * Mixer) >> 32) & mask;
        while (keys[place] != 0 && keys[place] != key)
        {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void Grow()
    {
        var (oldKeys, oldHeads, oldCounts) = (keys, heads, counts);
        (keys, heads, counts) = (new ulong[oldKeys.Length * 2], new int[oldKeys.Length * 2], new int[oldKeys.Length * 2]);
        for (var i = 0; i < oldKeys.Length; i++)
        {
            if (oldKeys[i] != 0)
            {
                var place = Find(keys, oldKeys[i]);
                (keys[place], heads[place], counts[place]) = (oldKeys[i], oldHeads[i], oldCounts[i]);
            }
        }
    }
}
