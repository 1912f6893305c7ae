namespace OnRecord.Text;

/// <summary>How exactly a <see cref="PartialDate"/> is known, from a moment to an interval between two dates.</summary>
public enum DatePrecision
{
    /// <summary>A day with a time of day: <c>2024-07-09T16:00</c>.</summary>
    Time,
    /// <summary>A day: <c>2024-07-09</c>; also a day of an unknown year, <c>XXXX-07-09</c>.</summary>
    Day,
    /// <summary>A month: <c>2024-07</c>.</summary>
    Month,
    /// <summary>A quarter of the calendar year: <c>2024-33</c> to <c>2024-36</c>.</summary>
    Quarter,
    /// <summary>A season: <c>2024-21</c> (spring) to <c>2024-24</c> (winter), or one of a hemisphere, <c>25</c> to <c>32</c>.</summary>
    Season,
    /// <summary>Four months or a half of the calendar year: <c>2024-37</c> to <c>2024-41</c>.</summary>
    HalfYear,
    /// <summary>A year: <c>2024</c>.</summary>
    Year,
    /// <summary>A decade: <c>201X</c>.</summary>
    Decade,
    /// <summary>A century: <c>19XX</c>.</summary>
    Century,
    /// <summary>Two ends, of which one may be open or unknown: <c>2024-07/2024-09</c>, <c>2024-07/..</c>.</summary>
    Interval,
}
