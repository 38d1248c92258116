namespace Rtemis.Server.Dispatch;

/// <summary>Where a method is worked on.</summary>
enum Lane
{
    /// <summary>On the receive loop: it takes no time, and answers keep the order of the requests.</summary>
    Quick,

    /// <summary>One after the other beside the receive loop: it reads or writes files or computes.</summary>
    Slow,

    /// <summary>The same, and few of all connections at a time: it keeps a processor or the disk busy all along, and waits for nobody.</summary>
    Heavy,

    /// <summary>On its own: it may take as long as a person does.</summary>
    Apart,
}
