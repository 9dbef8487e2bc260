import { renderDataset } from '../../datasets/store.ts'
import { type DatasetName, datasets } from '../../model/atlas.ts'
import { catalog } from '../_catalog.ts'

export const getStaticPaths = () => Object.keys(datasets).map((name) => ({ params: { name } }))

export const GET = ({ params }: { params: { name: DatasetName } }) => new Response(renderDataset(catalog()[params.name]))
