namespace OnRecord.Cleaning.Pages;

/// <summary>Where in a page's tree a block stands: the element that holds it, with what its ancestors say.</summary>
internal sealed class Place
{
    /// <summary>Distance that stands for "no such ancestor".</summary>
    public const byte Far = 15;

    private readonly byte[] distances = new byte[ClassWords.Count];

    /// <summary>Makes the place of an element.</summary>
    /// <param name="parent">The place of the element around it, or null at the top.</param>
    /// <param name="name">Local name of the element.</param>
    /// <param name="categories">What its class and id say, one bit a category.</param>
    /// <param name="marks">What it is itself.</param>
    public Place(Place? parent, string name, int categories, PlaceMarks marks)
    {
        Parent = parent;
        Name = name;
        Marks = marks | (parent?.Marks ?? PlaceMarks.None);
        Depth = parent is null ? 0 : parent.Depth + 1;
        for (var i = 0; i < distances.Length; i++)
        {
            var above = parent is null ? Far : parent.distances[i];
            distances[i] = (categories & (1 << i)) != 0 ? (byte)0 : (byte)Math.Min(above + 1, Far);
        }
    }

    /// <summary>The place around this one, or null.</summary>
    public Place? Parent { get; }

    /// <summary>Local name of the element.</summary>
    public string Name { get; }

    /// <summary>What the element and its ancestors are.</summary>
    public PlaceMarks Marks { get; }

    /// <summary>Elements above this one.</summary>
    public int Depth { get; }

    /// <summary>Characters of story-like blocks below this place; filled once all blocks are known.</summary>
    public int StoryCharacters { get; set; }

    /// <summary>Sum of the weights of the blocks below this place.</summary>
    public double Weight { get; set; }

    /// <summary>Levels up to the nearest element of this category, <see cref="Far"/> for none.</summary>
    public int Distance(ClassCategory category) => distances[(int)category];
}

/// <summary>Elements that say by their name what stands in them.</summary>
[Flags]
internal enum PlaceMarks
{
    None = 0,
    Article = 1,
    Main = 2,
    Navigation = 4,
    Aside = 8,
    Footer = 16,
    Header = 32,
    Form = 64,
    Figure = 128,
    List = 256,
    Table = 512,
    Quote = 1024,
    Hidden = 2048,
    ArticleBody = 4096,
}
