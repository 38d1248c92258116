namespace Rtemis.Learning.Parameters;

/// <summary>What a parameter takes.</summary>
public enum ParameterKind
{
    /// <summary>True or false.</summary>
    Logical,

    /// <summary>A whole number of 32 bits.</summary>
    Integer,

    /// <summary>A number, whole or not.</summary>
    Number,

    /// <summary>A string, often one of a list of choices.</summary>
    Text,

    /// <summary>Named values.</summary>
    List,

    /// <summary>A matrix of R, which no request can say.</summary>
    Matrix,
}
