namespace Rtemis.Data.RData;

/// <summary>The versions in a stream's header.</summary>
static class StreamVersions
{
    /// <summary>Version 2, from R 1.4.0 on, and 3, which adds the writer's encoding and compact vectors.</summary>
    public const int Oldest = 2, Newest = 3;

    /// <summary>R 3.5.0, the first that reads version 3; a stream names it as its writer too, since no R wrote it.</summary>
    public const int FirstReader = 3 << 16 | 5 << 8;

    /// <summary>How deep objects may be nested, attributes included.</summary>
    public const int DeepestNesting = 512;

    public const string Encoding = "UTF-8";
}
