namespace Rtemis.Data;

/// <summary>What a column holds, in the words that R uses for it.</summary>
public enum ColumnType
{
    /// <summary>Double-precision numbers.</summary>
    Double,

    /// <summary>32-bit whole numbers.</summary>
    Integer,

    /// <summary>True or false.</summary>
    Logical,

    /// <summary>Categories: codes into an ordered list of distinct levels.</summary>
    Factor,

    /// <summary>Calendar days.</summary>
    Date,

    /// <summary>Points in time.</summary>
    DateTime,

    /// <summary>Free text: in results and R's data frames; text of an Arrow stream becomes a factor.</summary>
    Text,
}
