namespace Rtemis.Learning.Decomposition.Umap;

/// <summary>Where the layout begins.</summary>
public enum UmapStart
{
    /// <summary>Eigenvectors of the graph's normalised Laplacian, enlarged to 10, with a little noise.</summary>
    Spectral,

    /// <summary>Those eigenvectors as they are.</summary>
    NormalizedLaplacian,

    /// <summary>The Laplacian eigenmap: those eigenvectors divided by the roots of the degrees.</summary>
    Laplacian,

    /// <summary>As <see cref="Spectral"/>, of a graph in which all neighbours count alike and each case has a few random ones that count a tenth.</summary>
    ApproximateGlobal,

    /// <summary>Uniform numbers from -10 to 10.</summary>
    Uniform,

    /// <summary>Normal numbers of standard deviation 0.0001.</summary>
    Normal,

    /// <summary>Principal components.</summary>
    Components,

    /// <summary>Principal components of standard deviation 0.0001.</summary>
    SmallComponents,

    /// <summary>Principal components times 0.01.</summary>
    PacMapComponents,
}
