namespace OnRecord.Cleaning.Pages;

/// <summary>What the words in an element's class and id say about that part of a page.</summary>
internal enum ClassCategory
{
    Story,
    Comment,
    Related,
    Share,
    Menu,
    Promo,
    Caption,
    Foot,
    Meta,
    Side,
    Headline,
}
