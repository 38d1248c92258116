using System.Text.Json.Nodes;

namespace Rtemis.Engines;

/// <summary>A request that an engine has checked: every name is known and every value in its bounds. One derived record a job type and engine.</summary>
/// <param name="Type">What is to be done.</param>
/// <param name="Algorithm">The algorithm in its canonical spelling.</param>
/// <param name="Question">The question that the person wants answered, or null.</param>
/// <param name="Parameters">
/// The parameters as they came, with everything that the engine settles once a job, such as its master seed, filled in: <see cref="IEngine.ParseAsync"/>
/// of them gives this request again, in whatever process.
/// </param>
public abstract record JobRequest(JobType Type, string Algorithm, string? Question, JsonObject Parameters)
{
    /// <summary>
    /// Where the run's random numbers start. Jobs that take no seed all start at the same place: the same table and options give the same result. One
    /// place is as good as another; from this one, algorithms with several optima find those that rtemis's recorded jobs have.
    /// </summary>
    public virtual uint Seed => 5;
}
