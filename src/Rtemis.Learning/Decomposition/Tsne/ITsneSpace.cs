namespace Rtemis.Learning.Decomposition.Tsne;

/// <summary>The dimensions of a map, known to the compiler, so that flat ones cost no third coordinate.</summary>
interface ITsneSpace
{
    static abstract bool HasDepth { get; }
}

/// <summary>One or two coordinates.</summary>
readonly struct FlatSpace : ITsneSpace
{
    public static bool HasDepth => false;
}

/// <summary>Three coordinates.</summary>
readonly struct DeepSpace : ITsneSpace
{
    public static bool HasDepth => true;
}
