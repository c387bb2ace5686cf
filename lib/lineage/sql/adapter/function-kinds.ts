/** Functions that make one value of many rows, by the kind of their node or by their name. */
const aggregates = new Set(
  [
    'sum count count_if max min avg mean median mode any_value first last stddev stddev_pop stddev_samp variance var_pop',
    'var_samp string_agg group_concat list_agg listagg array_agg array_concat_agg object_agg json_agg jsonb_agg',
    'json_object_agg jsonb_object_agg json_arrayagg json_objectagg xmlagg bool_and bool_or logical_and logical_or every',
    'bit_and bit_or bit_xor approx_count_distinct approx_distinct approx_percentile approx_quantile approx_quantiles',
    'approx_top_k percentile percentile_cont percentile_disc quantile corr covar_pop covar_samp regr_slope max_by min_by',
    'arg_max arg_min within_group aggregate_function agg_func stdev stdevp var varp count_big checksum_agg collect_list',
    'collect_set grouping skewness kurtosis sum_if combined_agg_func parameterized_agg hll list',
  ]
    .join(' ')
    .split(' '),
);

/** Is a function of this node kind or name an aggregate? */
export function isAggregate(kindOrName: string): boolean {
  return aggregates.has(kindOrName.toLowerCase());
}

const xmlMethods = new Set(['value', 'query', 'exist', 'nodes', 'modify']);

/** Methods of XML values, which look like functions of a schema. */
export function isXmlMethod(name: string): boolean {
  return xmlMethods.has(name.toLowerCase());
}

const takesDatePart = new Set(
  'dateadd datediff datediff_big datename datepart datetrunc date_bucket timestampadd timestampdiff identity'.split(
    ' ',
  ),
);

/** Functions whose first argument is a word (`day`, `int`), not a column. */
export function hasWordArgument(name: string): boolean {
  return takesDatePart.has(name.toLowerCase());
}
