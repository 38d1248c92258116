using Rtemis.Load.Report;

namespace Rtemis.Load.Scenarios;

/// <summary>One kind of load. It starts what it needs and ends it, and takes well under a minute.</summary>
interface IScenario
{
    /// <summary>The name on the command line.</summary>
    string Name { get; }

    /// <summary>Puts the load on and says what it took.</summary>
    IEnumerable<Figure> Run();
}
