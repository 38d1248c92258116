using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Clustering.CMeans;

/// <summary>How centers follow from the cases' shares in them.</summary>
interface IFuzzyCenters
{
    /// <summary>Takes the shares of some cases in a center: their weights by the powers of their memberships. Several chunks may come at a time.</summary>
    /// <param name="chunk">The number of the chunk of cases, of <see cref="MembershipPass.ChunkRows"/> each.</param>
    /// <param name="first">The first of the cases.</param>
    /// <param name="center">The center.</param>
    /// <param name="shares">The shares.</param>
    /// <param name="isNew">Whether these are the first cases of their chunk since the centers moved.</param>
    void Add(int chunk, int first, int center, ReadOnlySpan<double> shares, bool isNew);

    /// <summary>Moves each center to the middle of its shares; one in which no case has any stays.</summary>
    void Move(Matrix centers, RunContext context);
}
