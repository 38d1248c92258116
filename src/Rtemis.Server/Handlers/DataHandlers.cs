using Rtemis.Data;
using Rtemis.Protocol.Messages;
using Rtemis.Server.Dispatch;

namespace Rtemis.Server.Handlers;

/// <summary>Tables that are there: list, describe, delete.</summary>
sealed class DataHandlers
{
    public DataListResult List(Call call) => new(call.Session.Data.Entries());

    public ValueTask<DataDescription> DescribeAsync(Call call, DataHandleParams parameters)
    {
        var (set, lease) = call.Session.Data.Borrow(Params.Required(parameters.DataHandle, "data_handle"));
        using (lease)
        using (var file = ArrowFile.Open(set.Path))
            return new(TableDescriptions.ToWire(TableSummary.Describe(file.Table, call.Cancellation)));
    }

    public DeletedResult Delete(Call call, DataHandleParams parameters) =>
        new(call.Session.Data.Delete(Params.Required(parameters.DataHandle, "data_handle")));
}
