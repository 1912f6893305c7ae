namespace OnRecord.Store;

/// <summary>Why a store cannot be used.</summary>
public enum StoreFault
{
    /// <summary>There is no store at the place named.</summary>
    Missing,
    /// <summary>What is there is no OnRecord store.</summary>
    NotAStore,
    /// <summary>The store was written by a newer program.</summary>
    Newer,
    /// <summary>The store contradicts itself or cannot be read.</summary>
    Damaged,
    /// <summary>The store may not be written: rights, a full disk, a failing device.</summary>
    NotWritable,
    /// <summary>Another program held the store longer than the waiting time.</summary>
    Busy,
}
